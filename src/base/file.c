#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "err.h"

enum { CHUNK = 256 * 1024 };

bool
file_append(const char *path, struct buf *b)
{
	bool std = strcmp(path, "-") == 0;
	int fd = std ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	int saved;
	ssize_t n;

	if (fd < 0)
		return false;
	do {
		buf_room(b, CHUNK);
		n = read(fd, b->at + b->len, b->cap - b->len);
		if (n > 0)
			b->len += (size_t)n;
	} while (n > 0 || (n < 0 && errno == EINTR));
	saved = errno;
	if (!std)
		close(fd);
	errno = saved;
	return n == 0;
}

struct slice
file_read(const char *path)
{
	struct buf b = { 0 };

	if (!file_append(path, &b))
		die_errno("%s", path);
	return buf_slice(&b);
}

struct slice
file_map(const char *path)
{
	int fd = strcmp(path, "-") != 0 ? open(path, O_RDONLY | O_CLOEXEC) : -1;
	struct stat st;
	void *at = MAP_FAILED;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > 0)
		at = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (fd >= 0)
		close(fd);
	return at != MAP_FAILED ? slice_make(at, (size_t)st.st_size) : file_read(path);
}

void
output_stdout(struct output *o)
{
	*o = (struct output){ .name = "standard output", .fd = STDOUT_FILENO };
}

void
output_create(struct output *o, const char *path)
{
	*o = (struct output){ .name = path, .fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666) };
	if (o->fd < 0)
		die_errno("%s", path);
}

static void
write_all(struct output *o, struct slice s)
{
	while (s.len > 0) {
		ssize_t n = write(o->fd, s.at, s.len);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			die_errno("%s", o->name);
		s = slice_sub(s, (size_t)n, s.len);
	}
}

/* What is large goes out without a copy. */
void
output_add(struct output *o, struct slice s)
{
	if (o->buf.len + s.len > CHUNK)
		output_flush(o);
	if (s.len > CHUNK)
		write_all(o, s);
	else
		buf_add(&o->buf, s);
}

void
output_flush(struct output *o)
{
	write_all(o, buf_slice(&o->buf));
	buf_clear(&o->buf);
}

void
output_close(struct output *o)
{
	output_flush(o);
	if (close(o->fd) != 0)
		die_errno("%s", o->name);
	buf_free(&o->buf);
}
