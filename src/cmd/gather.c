/* gather: files, folders and rows of other formats as documents of the stream. */
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "article.h"
#include "charset.h"
#include "confine.h"
#include "err.h"
#include "gather.h"
#include "ids.h"
#include "input.h"
#include "progress.h"
#include "records.h"
#include "walk.h"
#include "writer.h"

struct work {
	struct stream_options stream;
	const char *source;
	const struct format *format; /* NULL: that of the file's ending */
	struct walk walk;
	struct walk_file file;
	struct input in;
	struct output rejects;
	struct records records;
	struct gather gather;
	struct ids ids;
	struct doc doc;
	struct writer out;
	struct progress progress;
	size_t docs, rejected;
};

/* A path without its file's ending. */
static struct slice
without_ending(struct slice path)
{
	size_t dot = path.len;

	while (dot > 0 && path.at[dot - 1] != '.' && path.at[dot - 1] != '/')
		dot--;
	return dot > 1 && path.at[dot - 1] == '.' && path.at[dot - 2] != '/' ? slice_sub(path, 0, dot - 1) : path;
}

/* The first of the shorter names of the file that no document has. */
static struct slice
name_file(const struct work *w)
{
	struct slice stem = strcmp(w->file.path, "-") == 0 ? slice_from("stdin") : without_ending(w->file.below);

	if (!ids_has(&w->ids, stem))
		return stem;
	return ids_has(&w->ids, w->file.below) ? slice_from(w->file.path) : w->file.below;
}

/* The name of the record in its file, "day:12". */
static struct slice
name_record(struct work *w, const struct record *record)
{
	struct buf id = { 0 };
	struct slice copy;

	buf_add(&id, strcmp(w->file.path, "-") == 0 ? slice_from("stdin") : without_ending(w->file.below));
	buf_byte(&id, ':');
	buf_number(&id, record->number);
	copy = arena_copy(&w->doc.arena, buf_slice(&id));
	buf_free(&id);
	return copy;
}

/* Writes the article as a doc row, with what its file tells where it is silent. */
static void
emit(struct work *w, struct article *a, struct slice name)
{
	static const size_t fields[ARTICLE_FIELDS] = {
		[ARTICLE_SOURCE] = DOC_SOURCE, [ARTICLE_PUBLISHED] = DOC_PUBLISHED, [ARTICLE_URL] = DOC_URL,
		[ARTICLE_TITLE] = DOC_TITLE, [ARTICLE_LANG] = DOC_LANG
	};
	struct slice id = a->field[ARTICLE_ID].len > 0 ? a->field[ARTICLE_ID] : name;
	struct row *row;

	if (w->source != NULL)
		a->field[ARTICLE_SOURCE] = slice_from(w->source);
	else if (a->field[ARTICLE_SOURCE].len == 0)
		a->field[ARTICLE_SOURCE] = w->file.folder;
	w->doc.id = ids_take(&w->ids, id, &w->doc.arena);
	w->doc.text = a->field[ARTICLE_TEXT];
	row = doc_add(&w->doc, ROW_DOC, 0, w->doc.text.len);
	for (size_t i = 0; i < ARTICLE_FIELDS; i++)
		if (fields[i] != 0)
			row_fill(row, fields[i], a->field[i]);
	writer_doc(&w->out, &w->doc);
	progress_step(&w->progress, ++w->docs, w->in.bytes);
}

/* Names a record that is no article, and keeps it; a file that is none is as good as unreadable. */
static void
reject(struct work *w, const struct record *record, enum record_unit unit, const char *why)
{
	if (unit == RECORD_FILE) {
		walk_complain(&w->walk, w->in.name, why);
		return;
	}
	warn("%s:%zu: %s", w->in.name, record->number, why);
	w->rejected++;
	if (w->stream.rejects != NULL) {
		output_add(&w->rejects, record->head);
		output_add(&w->rejects, record->body);
		output_add(&w->rejects, slice_from("\n"));
	}
}

static bool
is_regular(int fd)
{
	struct stat st;

	return fstat(fd, &st) == 0 && S_ISREG(st.st_mode);
}

/* The file's records; one without any is told of, but for an empty stream of rows. */
static void
gather_records(struct work *w, const struct format *format)
{
	bool wants = is_regular(w->in.fd) && strcmp(w->file.path, "-") != 0 && (format->unit == RECORD_FILE || input_peek(&w->in, 1).len > 0);
	struct record record;

	records_open(&w->records, &w->in, format->unit);
	gather_begin(&w->gather);
	while (!w->gather.lost && records_next(&w->records, &record)) {
		struct article article = { 0 };
		const char *why;

		wants = false;
		doc_reset(&w->doc);
		why = gather_read(&w->gather, format, &record, &article);
		if (why == NULL)
			emit(w, &article, format->unit == RECORD_FILE ? name_file(w) : name_record(w, &record));
		else if (why != gather_none && !(why == gather_textless && records_enter(&w->records, &record)))
			reject(w, &record, format->unit, why);
	}
	if (wants && w->in.error == 0)
		walk_complain(&w->walk, w->in.name, format->unit == RECORD_FILE ? "no text" : "no record of its format");
}

/* Why a file is not read, or NULL.  Of what a folder holds also what has NUL bytes is none; a file that was named is believed. */
static const char *
refuse(struct work *w, const struct format *format)
{
	struct slice head = input_peek(&w->in, 512);
	const char *why = gather_refuse(format, w->format != NULL, head);

	if (file_is_one(w->in.fd, STDOUT_FILENO) || (w->stream.rejects != NULL && file_is_one(w->in.fd, w->rejects.fd)))
		return "is written to, and not read";
	if (why != NULL)
		return why;
	return !w->file.named && slice_find(head, '\0') < head.len && !charset_is_wide(head) ? "holds no text" : NULL;
}

/* A file that was named must be readable; one that was found in a folder is told of, and left out. */
static void
unreadable(struct work *w, int error)
{
	errno = error;
	if (w->file.named)
		die_errno("%s", w->in.name);
	walk_complain(&w->walk, w->in.name, strerror(error));
}

static void
gather_file(struct work *w)
{
	const struct format *format = w->format != NULL ? w->format : gather_format_of(slice_from(w->file.path));
	const char *why;

	if (!input_open(&w->in, w->file.path)) {
		unreadable(w, errno);
		return;
	}
	why = refuse(w, format);
	if (why != NULL)
		walk_complain(&w->walk, w->file.path, why);
	else
		gather_records(w, format);
	if (w->in.error != 0)
		unreadable(w, w->in.error);
	input_close(&w->in);
}

static int
work(struct work *w, char **operands, const struct opt_list *endings)
{
	if (w->stream.rejects != NULL)
		output_apart(&w->rejects, w->stream.rejects, operands);
	writer_open(&w->out, &w->stream);
	confine_but_reading(); /* a folder may hold links to files elsewhere */
	progress_begin(&w->progress, w->stream.progress, *operands != NULL);
	w->gather.arena = &w->doc.arena;
	walk_open(&w->walk, operands, endings);
	while (walk_next(&w->walk, &w->file))
		gather_file(w);
	progress_end(&w->progress, w->docs, w->in.bytes);
	walk_close(&w->walk);
	writer_close(&w->out);
	if (w->stream.rejects != NULL)
		output_close(&w->rejects);
	records_free(&w->records);
	gather_free(&w->gather);
	input_free(&w->in);
	ids_free(&w->ids);
	doc_free(&w->doc);
	if (w->walk.unreadable > 0)
		warn("%zu %s nothing", w->walk.unreadable, w->walk.unreadable == 1 ? "file or folder gave" : "files or folders gave");
	return w->walk.unreadable > 0 || (w->rejected > 0 && w->stream.rejects == NULL) ? STATUS_REJECTED : STATUS_DONE;
}

static void
add_keys(struct gather *g, struct opt_list *keys)
{
	struct buf names = { 0 };

	for (int field = 0; field < ARTICLE_FIELDS; field++) {
		buf_string(&names, field > 0 ? " " : "");
		buf_string(&names, article_field_name((enum article_field)field));
	}
	for (size_t i = 0; i < keys->len; i++)
		if (!gather_key_add(g, keys->at[i]))
			program_usage("--key takes FIELD=KEY, where FIELD is one of %.*s, not '%s'", (int)names.len, names.at, keys->at[i]);
	buf_free(&names);
	mem_free(keys->at);
}

int
main(int argc, char **argv)
{
	struct work w = { 0 };
	struct opt_list endings = { 0 };
	struct opt_list keys = { 0 };
	const char *from = "auto";
	int status;
	const struct opt options[] = {
		OPT_STRING('f', "from", "FORMAT", &from, "auto, text, tsv, csv, jsonl, json, sfeed, wet or html (auto: by the ending of the name)"),
		OPT_LIST('e', "ext", "ENDING,...", &endings, "take only files of these endings out of folders"),
		OPT_LIST('k', "key", "FIELD=KEY", &keys, "the key or column that holds a field, such as text=body"),
		OPT_FLAG('w', "whole-page", &w.gather.whole_page, "of HTML take all text, not the article's alone"),
		OPT_STRING('s', "source", "NAME", &w.source, "the outlet of all documents"),
		OPT_STREAM(&w.stream),
		OPT_END
	};
	const struct program self = {
		.name = "gather",
		.does = "bring articles from files and folders into the stream",
		.operands = "[FILE|FOLDER ...]",
		.example = "gather articles | normalize | sentence-split",
		.options = options,
	};

	(void)argc;
	argv = program_begin(&self, argv);
	if (program_choice("from", from, "auto text tsv csv jsonl json sfeed wet html") > 0)
		w.format = gather_format(from);
	add_keys(&w.gather, &keys);
	status = work(&w, argv, &endings);
	mem_free(endings.at);
	return status;
}
