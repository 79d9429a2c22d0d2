#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "err.h"
#include "pipe.h"
#include "show.h"

enum { CHUNK = 256 * 1024, NOWHERE = -1 /* a descriptor */ };

void
file_standard(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
		if (fcntl(fd, F_GETFD) < 0 && open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY) != fd)
			die_errno("/dev/null");
	signal(SIGXFSZ, SIG_IGN);
}

/* Appends all that fd gives; false, with errno set, if it cannot be read. */
static bool
read_all(int fd, struct buf *b)
{
	ssize_t n;

	do {
		buf_room(b, CHUNK);
		n = read(fd, b->at + b->len, b->cap - b->len);
		if (n > 0)
			b->len += (size_t)n;
	} while (n > 0 || (n < 0 && errno == EINTR));
	return n == 0;
}

/* Was a file written to between these two looks at it? */
static bool
changed(const struct stat *a, const struct stat *b)
{
	return S_ISREG(a->st_mode) && (a->st_size != b->st_size || a->st_mtim.tv_sec != b->st_mtim.tv_sec ||
	    a->st_mtim.tv_nsec != b->st_mtim.tv_nsec);
}

struct slice
file_read(const char *path, struct arena *a)
{
	bool std = strcmp(path, "-") == 0;
	int fd = std ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	struct buf b = { 0 };
	struct stat before, after;
	struct slice bytes;

	if (fd < 0 || fstat(fd, &before) != 0 || !read_all(fd, &b) || fstat(fd, &after) != 0)
		die_errno("%s", path);
	if (changed(&before, &after))
		die(STATUS_SYSTEM, "%s: was changed while it was read", path);
	if (!std)
		close(fd);
	bytes = arena_copy(a, buf_slice(&b));
	buf_free(&b);
	return bytes;
}

/* The signal comes of a look at a page that the file no longer has, never out of another function's work. */
_Noreturn static void
cut_short(int number)
{
	(void)number;
	die(STATUS_SYSTEM, "a word list was cut short while it was in use");
}

struct slice
file_map(const char *path, struct arena *a)
{
	int fd = strcmp(path, "-") != 0 ? open(path, O_RDONLY | O_CLOEXEC) : -1;
	struct sigaction on_cut = { .sa_handler = cut_short };
	struct stat st;
	void *at = MAP_FAILED;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0)
		at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (fd >= 0)
		close(fd);
	if (at == MAP_FAILED)
		return file_read(path, a);
	sigaction(SIGBUS, &on_cut, NULL);
	return slice_make(at, (size_t)st.st_size);
}

void
output_keep(struct output *o)
{
	*o = (struct output){ .name = "memory", .fd = NOWHERE };
}

void
output_stdout(struct output *o)
{
	*o = (struct output){ .name = "standard output", .fd = STDOUT_FILENO, .shows = isatty(STDOUT_FILENO) };
	pipe_widen(STDOUT_FILENO);
}

static void
create(struct output *o, const char *path)
{
	*o = (struct output){ .name = path, .fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) };
	if (o->fd < 0)
		die_errno("%s", path);
}

static bool
is_same(const struct stat *a, const struct stat *b)
{
	return S_ISREG(a->st_mode) && a->st_dev == b->st_dev && a->st_ino == b->st_ino;
}

bool
file_is_one(int a, int b)
{
	struct stat of_a, of_b;

	return fstat(a, &of_a) == 0 && fstat(b, &of_b) == 0 && is_same(&of_a, &of_b);
}

void
output_apart(struct output *o, const char *path, char *const *inputs)
{
	struct stat out, in;
	bool same = false;

	if (stat(path, &out) == 0) {
		if (fstat(STDOUT_FILENO, &in) == 0 && is_same(&in, &out))
			die(STATUS_USAGE, "%s: is standard output, and cannot keep what is left out", path);
		same = fstat(STDIN_FILENO, &in) == 0 && is_same(&in, &out);
		for (; *inputs != NULL; inputs++)
			same |= stat(*inputs, &in) == 0 && is_same(&in, &out);
	}
	if (same)
		die(STATUS_USAGE, "%s: is read, and cannot keep what is left out", path);
	create(o, path);
}

void
output_replace(struct output *o, const char *path)
{
	static const char unique[] = ".XXXXXX";
	size_t len = strlen(path);
	mode_t mask = umask(0);
	struct stat st;

	umask(mask);
	if (lstat(path, &st) == 0 && !S_ISREG(st.st_mode)) {
		create(o, path);
		return;
	}
	*o = (struct output){ .name = path, .beside = mem_alloc(len + sizeof unique) };
	memcpy(o->beside, path, len);
	memcpy(o->beside + len, unique, sizeof unique);
	o->fd = mkstemp(o->beside);
	if (o->fd < 0 || fchmod(o->fd, 0666 & ~mask) != 0)
		die_errno("%s", path);
}

/* What was written beside the named file is not left behind. */
_Noreturn static void
fail(const struct output *o)
{
	int why = errno;

	if (o->beside != NULL)
		unlink(o->beside);
	errno = why;
	die_errno("%s", o->name);
}

static void
write_all(struct output *o, struct slice s)
{
	struct buf shown = { 0 };

	if (o->shows) {
		show_add(&shown, s, "\n\t");
		s = buf_slice(&shown);
	}
	while (s.len > 0) {
		ssize_t n = write(o->fd, s.at, s.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			fail(o);
		s = slice_sub(s, (size_t)n, s.len);
	}
	buf_free(&shown);
}

/* What is large goes out without a copy. */
void
output_add(struct output *o, struct slice s)
{
	if (o->buf.len + s.len > CHUNK)
		output_flush(o);
	if (s.len > CHUNK && o->fd != NOWHERE)
		write_all(o, s);
	else
		buf_add(&o->buf, s);
}

void
output_row(struct output *o)
{
	if (o->flush_each || o->buf.len > CHUNK)
		output_flush(o);
}

void
output_flush(struct output *o)
{
	if (o->fd == NOWHERE)
		return;
	write_all(o, buf_slice(&o->buf));
	buf_clear(&o->buf);
}

void
output_close(struct output *o)
{
	output_flush(o);
	if (o->beside != NULL && fsync(o->fd) != 0)
		fail(o);
	if (close(o->fd) != 0)
		fail(o);
	if (o->beside != NULL && rename(o->beside, o->name) != 0)
		fail(o);
	mem_free(o->beside);
	buf_free(&o->buf);
}
