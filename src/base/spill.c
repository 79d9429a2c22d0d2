#include "spill.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buf.h"
#include "err.h"

enum {
	DIGITS = 10,                  /* of a number, at most */
	LINE = 2 * (1 + DIGITS) + 1,  /* at most: key, value, newline */
	CHUNK = LINE * 4096
};

struct spill {
	struct buf buf; /* lines on their way to sort, or from it */
	size_t at;      /* in buf, when reading */
	int to, from;
	pid_t pid;
};

/* In the child: becomes sort(1).  Its locale is that of bytes; it needs to know no more than where temporary files go. */
_Noreturn static void
become_sort(int in, int out, size_t memory)
{
	char size[32], tmp[4096];
	const char *dir = getenv("TMPDIR");
	char sort[] = "sort", files[] = "--batch-size=128", option[] = "-S", locale[] = "LC_ALL=C";
	char *argv[] = { sort, files, option, size, NULL };
	char *envp[] = { locale, tmp, NULL };

	snprintf(size, sizeof size, "%zub", memory);
	snprintf(tmp, sizeof tmp, "TMPDIR=%s", dir != NULL && *dir != '\0' ? dir : "/tmp");
	if (dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0) {
		execve("/usr/bin/sort", argv, envp);
		execve("/bin/sort", argv, envp);
	}
	_exit(127);
}

/* sort's input is a socket, so that its death is an error here and no signal. */
struct spill *
spill_new(size_t memory)
{
	struct spill *s = mem_alloc(sizeof *s);
	int to[2], from[2];

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, to) != 0 || pipe(from) != 0)
		die_errno("cannot reach sort");
	for (int i = 0; i < 2; i++)
		if (fcntl(to[i], F_SETFD, FD_CLOEXEC) != 0 || fcntl(from[i], F_SETFD, FD_CLOEXEC) != 0)
			die_errno("cannot reach sort");
	s->pid = fork();
	if (s->pid < 0)
		die_errno("cannot start sort");
	if (s->pid == 0)
		become_sort(to[1], from[1], memory);
	close(to[1]);
	close(from[1]);
	s->to = to[0];
	s->from = from[0];
	return s;
}

static void
send_all(struct spill *s)
{
	size_t at = 0;

	while (at < s->buf.len) {
		ssize_t n = send(s->to, s->buf.at + at, s->buf.len - at, MSG_NOSIGNAL);

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			die_errno("sort");
		at += (size_t)n;
	}
	buf_clear(&s->buf);
}

/* How many digits it has, then these, seven bits each: bytes above those of ASCII, whose order is that of the numbers. */
static void
add_number(struct buf *b, uint64_t n)
{
	int digits = 0;

	while (digits < DIGITS && n >> (7 * digits) != 0)
		digits++;
	b->at[b->len++] = (char)('0' + digits);
	while (digits-- > 0)
		b->at[b->len++] = (char)(0x80 | (n >> (7 * digits) & 0x7F));
}

void
spill_add(struct spill *s, const struct record *r)
{
	if (s->buf.len + LINE > CHUNK)
		send_all(s);
	buf_room(&s->buf, LINE);
	add_number(&s->buf, r->key);
	add_number(&s->buf, r->value);
	buf_byte(&s->buf, '\n');
}

void
spill_end(struct spill *s)
{
	send_all(s);
	if (close(s->to) != 0)
		die_errno("sort");
	s->at = 0;
}

static void
reap(struct spill *s)
{
	int status;

	while (waitpid(s->pid, &status, 0) < 0)
		if (errno != EINTR)
			die_errno("sort");
	s->pid = 0;
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
		die(STATUS_SYSTEM, "sort failed");
}

/* Reads on, behind what of the last lines is left; false at the end. */
static bool
receive(struct spill *s)
{
	size_t left = s->buf.len - s->at;
	ssize_t n;

	if (left > 0)
		memmove(s->buf.at, s->buf.at + s->at, left);
	s->buf.len = left;
	s->at = 0;
	buf_room(&s->buf, CHUNK);
	do
		n = read(s->from, s->buf.at + s->buf.len, CHUNK);
	while (n < 0 && errno == EINTR);
	if (n < 0)
		die_errno("sort");
	s->buf.len += (size_t)n;
	return n > 0;
}

/* The number at *s, which goes on behind it. */
static uint64_t
take_number(const char **s)
{
	uint64_t n = 0;

	for (int digits = *(*s)++ - '0'; digits > 0; digits--)
		n = n << 7 | (*(*s)++ & 0x7F);
	return n;
}

bool
spill_next(struct spill *s, struct record *r)
{
	const char *p;

	while (s->buf.len - s->at < LINE && s->pid != 0)
		if (!receive(s))
			reap(s);
	if (s->at == s->buf.len)
		return false;
	p = s->buf.at + s->at;
	r->key = take_number(&p);
	r->value = take_number(&p);
	s->at = (size_t)(p + 1 - s->buf.at);
	return true;
}

void
spill_free(struct spill *s)
{
	close(s->from);
	buf_free(&s->buf);
	mem_free(s);
}
