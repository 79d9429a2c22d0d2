/* tagger: learns names from annotated text, keeps its model in a file, and finds names again. */
#include "tagger.h"

#include "lexicon.h"
#include "tagger_decode.h"
#include "tagger_feature.h"
#include "tagger_train.h"
#include "tagger_vote.h"
#include "tap.h"

/* One document: sentences a line, names in brackets with their type's letter: [p:Ann Lund]. */
static const char *const lessons[] = {
	"[p:Mara Lind] spoke in [l:Oslo] .\nThe mayor , [p:Lind] , left .\nHe met [o:Norsk Data Group] there .",
	"[p:Tom Berg] spoke in [l:Bergen] .\nThe mayor , [p:Berg] , stayed .\nShe met [o:Nord Bank Group] there .",
	"[p:Ada Holm] spoke in [l:Malta] .\nThe mayor , [p:Holm] , slept .\nThey met [o:Fjord Rail Group] there .",
	"[p:Ivo Strand] spoke in [l:Turku] .\nThe mayor , [p:Strand] , sang .\nWe met [o:Baltic Steel Group] there .",
};

static struct slice
type_name(char letter)
{
	return slice_from(letter == 'p' ? "person" : letter == 'o' ? "org" : letter == 'l' ? "place" : "misc");
}

static void
add_name(struct doc *d, size_t start, size_t end, char letter)
{
	row_fill(doc_add(d, ROW_ENTITY, start, end), ENTITY_TYPE, type_name(letter));
}

/* Strips the brackets of a lesson into the text of d, and adds its sentences and names. */
static void
read_lesson(struct doc *d, const char *lesson)
{
	struct buf text = { 0 };
	size_t name_start[32], name_end[32], names = 0;
	char letter[32];
	struct slice rest;

	for (const char *p = lesson; *p != '\0'; p++) {
		if (*p == '[') {
			letter[names] = p[1];
			name_start[names] = text.len;
			p += 2;
		} else if (*p == ']') {
			name_end[names++] = text.len;
		} else {
			buf_byte(&text, *p);
		}
	}
	doc_reset(d);
	d->id = slice_from("d");
	d->text = arena_copy(&d->arena, buf_slice(&text));
	buf_free(&text);
	rest = d->text;
	for (size_t start = 0; rest.at != NULL;) {
		struct slice line = slice_cut(&rest, '\n');

		doc_add(d, ROW_SENTENCE, start, start + line.len);
		start += line.len + 1;
	}
	for (size_t i = 0; i < names; i++)
		add_name(d, name_start[i], name_end[i], letter[i]);
}

static struct model *
train(void)
{
	struct trainer *trainer = trainer_new();
	struct doc d = { 0 };
	struct model *m;

	for (size_t i = 0; i < sizeof lessons / sizeof *lessons; i++) {
		read_lesson(&d, lessons[i]);
		trainer_add(trainer, &d);
	}
	m = trainer_run(trainer, 10);
	trainer_free(trainer);
	doc_free(&d);
	return m;
}

static void
cut(struct doc *d, struct token_list *tokens, struct vocab *vocab, struct numbers *number, uint64_t *hash)
{
	size_t n;
	const struct sentence *s = doc_sentences(d, &d->arena, &n);

	for (size_t i = 0; i < n; i++)
		token_cut(tokens, d->text, s[i].start, s[i].end);
	vocab_begin(vocab);
	vocab_number(vocab, d->text, tokens->at, tokens->len, number);
	for (size_t i = 0; i < tokens->len; i++)
		hash[i] = vocab->term[number[i].term].hash;
}

/* What the tagger finds in an unseen text, in brackets again. */
static void
check_tagging(struct tagger *t)
{
	static const char want[] = "[p:Eva Dahl] spoke in [l:Lima] .\nThe mayor , [p:Dahl] , wept .\nHe met [o:Sund Fish Group] there .";
	const struct tagged_list *list;
	struct token_list tokens = { 0 };
	struct vocab vocab = { 0 };
	struct numbers number[64];
	uint64_t hash[64];
	struct tagger_text text;
	struct doc d = { 0 };
	struct buf got = { 0 };
	size_t at = 0;

	read_lesson(&d, want);
	cut(&d, &tokens, &vocab, number, hash);
	text = (struct tagger_text){ tokens.at, tokens.len, &vocab, number, hash };
	list = tagger_run(t, &d, &text);
	for (size_t i = 0; i < list->len; i++) {
		size_t start = tokens.at[list->at[i].first].start, end = tokens.at[list->at[i].last - 1].end;

		buf_add(&got, slice_sub(d.text, at, start));
		buf_byte(&got, '[');
		buf_byte(&got, "polm"[list->at[i].type]);
		buf_byte(&got, ':');
		buf_add(&got, slice_sub(d.text, start, end));
		buf_byte(&got, ']');
		at = end;
	}
	buf_add(&got, slice_sub(d.text, at, d.text.len));
	tap_same(buf_slice(&got), slice_from(want), "names in a text that it has not seen");
	buf_free(&got);
	mem_free(tokens.at);
	vocab_free(&vocab);
	doc_free(&d);
}

static void
check_file(const struct buf *file)
{
	struct model *again = model_read(buf_slice(file));
	struct buf second = { 0 };
	size_t cut_taken = 0;

	tap_ok(again != NULL, "a model file is read");
	model_write(again, &second);
	tap_same(buf_slice(&second), buf_slice(file), "and written as the same bytes");
	model_free(again);
	for (size_t n = 0; n < file->len; n += n < 600 || n + 300 > file->len ? 1 : 97) {
		struct model *m = model_read(slice_sub(buf_slice(file), 0, n));

		cut_taken += m != NULL;
		model_free(m);
	}
	tap_ok(cut_taken == 0, "a file cut short anywhere is refused");
	buf_byte(&second, 0);
	tap_ok(model_read(buf_slice(&second)) == NULL, "and one with something behind its end");
	tap_ok(model_read(slice_from("some other file\n")) == NULL, "and so is any other file");
	buf_free(&second);
}

static void
check_votes(void)
{
	struct votes v = { 0 };

	tap_ok(votes_of(&v, 7, 0) == VOTE_NONE, "a word without other places has no vote");
	votes_count(&v, 7, tag_of(2, TAG_UNIT));
	votes_count(&v, 7, 0);
	tap_ok(votes_of(&v, 7, 0) == 3, "a place taken for no name asks the other, which is a place's");
	tap_ok(votes_of(&v, 7, tag_of(2, TAG_UNIT)) == VOTE_NO_NAME, "and the other way round");
	votes_clear(&v);
	tap_ok(votes_of(&v, 7, 0) == VOTE_NONE, "cleared votes are gone");
	votes_free(&v);
}

static void
check_decode(void)
{
	int32_t step[MODEL_TAGS + 1][MODEL_TAGS] = { { 0 } };
	struct scores score[3] = { { .none = 0 } };
	struct steps steps;
	uint8_t tag[3];

	decode_steps(&steps, step);
	score[1].place[TAG_INSIDE][0] = 5;
	decode(score, &steps, false, false, 3, tag);
	tap_ok(tag[0] == tag_of(0, TAG_BEGIN) && tag[1] == tag_of(0, TAG_INSIDE) && tag[2] == tag_of(0, TAG_LAST),
	    "the inside of a name has a begin and an end");
	decode(score, &steps, false, false, 1, tag);
	tap_ok(tag[0] == 0, "and without a score there is no name");
}

int
main(void)
{
	struct model *m = train();
	struct buf file = { 0 };
	struct tagger *t;

	model_write(m, &file);
	check_file(&file);
	t = tagger_new(buf_slice(&file));
	if (tap_ok(t != NULL, "a tagger from a model"))
		check_tagging(t);
	check_votes();
	check_decode();
	tagger_free(t);
	model_free(m);
	buf_free(&file);
	return tap_done();
}
