#include "input.h"

#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "err.h"
#include "file.h"
#include "pipe.h"

enum { CHUNK = 256 * 1024 };

char *const *
input_paths(char *const *operands)
{
	static char *const only_stdin[] = { "-", NULL };

	return *operands != NULL ? operands : only_stdin;
}

bool
input_open(struct input *in, const char *path)
{
	bool standard = strcmp(path, "-") == 0;

	in->name = standard ? "(standard input)" : path;
	in->fd = standard ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	in->error = 0;
	in->at_end = false;
	in->from = in->to = in->number = 0;
	buf_clear(&in->buf);
	if (in->fd < 0)
		return false;
	pipe_widen(in->fd);
	return true;
}

void
input_begin(struct input *in, const char *path)
{
	if (!input_open(in, path))
		die_errno("%s", path);
	if (file_is_one(in->fd, STDOUT_FILENO))
		die(STATUS_USAGE, "%s: is read, and cannot take the output", in->name);
}

void
input_close(struct input *in)
{
	if (in->fd > STDIN_FILENO)
		close(in->fd);
	in->fd = -1;
	in->name = NULL;
}

void
input_free(struct input *in)
{
	buf_free(&in->buf);
}

/* Reads more behind what is there; bytes that were taken before the current ones make room. */
static void
fill(struct input *in)
{
	ssize_t n;

	if (in->buf.cap - in->buf.len < CHUNK && in->from > 0) {
		memmove(in->buf.at, in->buf.at + in->from, in->buf.len - in->from);
		in->buf.len -= in->from;
		in->to -= in->from;
		in->from = 0;
	}
	buf_room(&in->buf, CHUNK);
	do
		n = read(in->fd, in->buf.at + in->buf.len, in->buf.cap - in->buf.len);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		in->error = errno;
	if (n > 0)
		in->buf.len += (size_t)n;
	in->at_end = n <= 0;
}

/* Takes bytes up to and with the next newline on top of those taken; false if there are none. */
static bool
take_line(struct input *in, struct slice *line)
{
	size_t looked = in->to - in->from;
	size_t start = looked;
	size_t end;

	for (;;) {
		size_t there = in->buf.len - in->from;

		end = looked < there ? looked + slice_find(slice_make(in->buf.at + in->from + looked, there - looked), '\n')
		                     : there;
		if (end < there || in->at_end)
			break;
		looked = there;
		fill(in);
	}
	if (start == in->buf.len - in->from)
		return false;
	in->to = in->from + end;
	*line = input_taken(in);
	in->to += in->to < in->buf.len;
	in->number++;
	in->bytes += in->to - in->from - start;
	return true;
}

bool
input_line(struct input *in, struct slice *line)
{
	in->from = in->to;
	return take_line(in, line);
}

bool
input_line_more(struct input *in, struct slice *line)
{
	if (take_line(in, line))
		return true;
	*line = input_taken(in); /* which reading on may have moved */
	line->len -= slice_ends(*line, "\n");
	return false;
}

struct slice
input_ahead(struct input *in)
{
	in->from = in->to;
	return slice_sub(buf_slice(&in->buf), in->from, in->buf.len);
}

bool
input_more(struct input *in, struct slice *ahead)
{
	if (in->at_end)
		return false;
	fill(in);
	*ahead = input_ahead(in);
	return !in->at_end;
}

void
input_took(struct input *in, size_t n, size_t lines)
{
	in->to = in->from + n;
	in->number += lines;
	in->bytes += n;
}

struct slice
input_peek(struct input *in, size_t n)
{
	size_t there;

	in->from = in->to;
	while ((there = in->buf.len - in->from) < n && !in->at_end)
		fill(in);
	return slice_make(in->buf.at + in->from, there < n ? there : n);
}

struct slice
input_take(struct input *in, size_t n)
{
	struct slice s = input_peek(in, n);

	in->to = in->from + s.len;
	in->bytes += s.len;
	return s;
}

struct slice
input_rest(struct input *in)
{
	return input_take(in, SIZE_MAX);
}
