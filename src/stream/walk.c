#include "walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "err.h"
#include "input.h"

static struct slice
without_slashes(struct slice path)
{
	while (path.len > 1 && path.at[path.len - 1] == '/')
		path.len--;
	return path;
}

/* The last part of a path. */
static struct slice
own_name(struct slice path)
{
	size_t start = path.len;

	while (start > 0 && path.at[start - 1] != '/')
		start--;
	return slice_sub(path, start, path.len);
}

/* The path of the folder that holds what path names; empty if the path tells none. */
static struct slice
holder(struct slice path)
{
	return without_slashes(slice_sub(path, 0, path.len - own_name(path).len));
}

/* The folder that an operand is, or lies in. */
static struct slice
folder_of_operand(const char *path)
{
	struct stat st;
	struct slice whole = without_slashes(slice_from(path));

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode) ? whole : holder(whole);
}

void
walk_open(struct walk *w, char *const *operands, const struct opt_list *endings)
{
	*w = (struct walk){ .operand = input_paths(operands), .ends = endings };
	for (char *const *p = w->operand; p[1] != NULL && !w->apart; p++)
		w->apart = !slice_eq(folder_of_operand(p[0]), folder_of_operand(p[1]));
}

void
walk_complain(struct walk *w, const char *path, const char *why)
{
	warn("%s: %s", path, why);
	w->unreadable++;
	w->empty = NULL;
}

/* Tells of a folder that held nothing. */
static void
end_folder(struct walk *w)
{
	if (w->empty != NULL)
		walk_complain(w, w->empty, "no files to read");
}

/* Folders compare as their files' paths do, with the slash behind the name: this is byte order of whole paths,
 * last first, since the stack is taken from its end. */
static int
order(const void *a, const void *b)
{
	const struct walk_name *x = a;
	const struct walk_name *y = b;
	const char *p = x->path;
	const char *q = y->path;

	while (*p != '\0' && *p == *q) {
		p++;
		q++;
	}
	return (unsigned char)(*q == '\0' && y->folder ? '/' : *q) - (unsigned char)(*p == '\0' && x->folder ? '/' : *p);
}

static char *
join(const char *folder, const char *name)
{
	struct buf path = { 0 };

	buf_string(&path, folder);
	if (path.len > 0 && path.at[path.len - 1] != '/')
		buf_byte(&path, '/');
	buf_string(&path, name);
	buf_byte(&path, '\0');
	return path.at;
}

/* Does the name end with a dot and one of the endings? */
static bool
wanted(const struct walk *w, const char *name)
{
	const char *dot = strrchr(name, '.');

	for (size_t i = 0; i < w->ends->len; i++) {
		struct slice rest = slice_from(w->ends->at[i]);

		while (rest.at != NULL) {
			struct slice end = slice_cut(&rest, ',');

			if (end.len > 0 && end.at[0] == '.')
				end = slice_sub(end, 1, end.len);
			if (dot != NULL && slice_is_fold(end, dot + 1))
				return true;
		}
	}
	return w->ends->len == 0;
}

/* Puts what lies in a folder on the stack, if it is a file that is wanted or a folder. */
static void
push(struct walk *w, const char *folder, const char *name)
{
	struct stat st, link;
	char *path = join(folder, name);
	bool there = stat(path, &st) == 0 && lstat(path, &link) == 0;
	bool is_folder = there && S_ISDIR(st.st_mode);
	bool skip = is_folder ? S_ISLNK(link.st_mode) : !wanted(w, name);

	if (!skip && !there)
		walk_complain(w, path, strerror(errno));
	else if (!skip && !is_folder && !S_ISREG(st.st_mode))
		walk_complain(w, path, "neither file nor folder");
	else if (!skip) {
		MEM_GROW(w->stack, w->cap, w->len + 1);
		w->stack[w->len++] = (struct walk_name){ path, is_folder };
		return;
	}
	mem_free(path);
}

static void
open_folder(struct walk *w, const char *path)
{
	DIR *dir = opendir(path);
	size_t before = w->len;
	struct dirent *entry;

	if (dir == NULL && errno == ENOMEM)
		die_errno("%s", path);
	if (dir == NULL) {
		walk_complain(w, path, strerror(errno));
		return;
	}
	while ((errno = 0, entry = readdir(dir)) != NULL)
		if (entry->d_name[0] != '.')
			push(w, path, entry->d_name);
	if (errno != 0)
		walk_complain(w, path, strerror(errno));
	closedir(dir);
	if (w->len > before)
		qsort(w->stack + before, w->len - before, sizeof *w->stack, order);
}

/* The file named by the command line, or on top of the stack, as path. */
static void
describe(const struct walk *w, struct walk_file *file, const char *path, bool named)
{
	struct slice whole = slice_from(path);
	struct slice folder = holder(whole);
	size_t skip = w->root.len;

	while (!named && whole.at[skip] == '/')
		skip++;
	*file = (struct walk_file){
		.path = path,
		.below = named ? own_name(whole) : slice_sub(whole, skip, whole.len),
		.named = named,
	};
	if (w->apart || (!named && folder.len > w->root.len))
		file->folder = own_name(folder);
	if (slice_is(file->folder, ".") || slice_is(file->folder, ".."))
		file->folder.len = 0;
}

/* Takes the next operand: a file is the answer, a folder goes on the stack. */
static bool
next_operand(struct walk *w, struct walk_file *file)
{
	const char *path = *w->operand++;
	bool is_stdin = strcmp(path, "-") == 0;
	struct stat st;

	if (!is_stdin && stat(path, &st) != 0)
		die_errno("%s", path);
	if (is_stdin || !S_ISDIR(st.st_mode)) {
		describe(w, file, path, true);
		return true;
	}
	w->empty = path;
	buf_clear(&w->root);
	buf_add(&w->root, without_slashes(slice_from(path)));
	open_folder(w, path);
	return false;
}

bool
walk_next(struct walk *w, struct walk_file *file)
{
	mem_free(w->current);
	w->current = NULL;
	while (w->len > 0 || *w->operand != NULL) {
		if (w->len == 0) {
			end_folder(w);
			if (next_operand(w, file))
				return true;
			continue;
		}
		w->current = w->stack[--w->len].path;
		if (!w->stack[w->len].folder) {
			describe(w, file, w->current, false);
			w->empty = NULL;
			return true;
		}
		open_folder(w, w->current);
		mem_free(w->current);
		w->current = NULL;
	}
	end_folder(w);
	return false;
}

void
walk_close(struct walk *w)
{
	while (w->len > 0)
		mem_free(w->stack[--w->len].path);
	mem_free(w->stack);
	mem_free(w->current);
	buf_free(&w->root);
}
