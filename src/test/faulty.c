/* faulty: a library to be preloaded, under which the system refuses what FAULT names:
 *   FAULT=alloc:N  the N-th allocation fails (N from 1)
 *   FAULT=read:N   the N-th read fails with EIO        FAULT=write:N  the N-th write fails with ENOSPC
 *   FAULT=close:N  the N-th file that was written to cannot be closed: EIO, as of a disk at the other end of a network
 *   FAULT=fork:N   the N-th process cannot be had
 *   FAULT=short    reads and writes move a few bytes at most, and are interrupted in between
 *   FAULT=count    nothing fails; how many there were of each of these goes to stderr at the end
 *   FAULT=old      the kernel knows neither Landlock nor seccomp
 *   FAULT=alter    after the first read the file FAULT_FILE is cut to nothing */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

void *__libc_malloc(size_t size);
void *__libc_calloc(size_t n, size_t size);
void *__libc_realloc(void *p, size_t size);

enum { LANDLOCK_FIRST = 444, LANDLOCK_LAST = 446 }; /* calls that older systems do not name */

enum what { ALLOC, READ, WRITE, CLOSE, FORK, WHATS };

static struct {
	bool known, rests, halves, tells, alters, old;
	long fails[WHATS]; /* the number of the one that fails; 0: none */
	long done[WHATS];
	long calls;
	uint64_t written; /* files by their number, those under 64 */
} fault;

static void
know(void)
{
	static const char *const names[WHATS] = { "alloc:", "read:", "write:", "close:", "fork:" };
	const char *spec = getenv("FAULT");

	fault.known = true;
	if (spec == NULL)
		return;
	fault.halves = strcmp(spec, "short") == 0;
	fault.tells = strcmp(spec, "count") == 0;
	fault.alters = strcmp(spec, "alter") == 0;
	fault.old = strcmp(spec, "old") == 0;
	for (int i = 0; i < WHATS; i++)
		if (strncmp(spec, names[i], strlen(names[i])) == 0)
			fault.fails[i] = strtol(spec + strlen(names[i]), NULL, 10);
}

void faulty_rest(void);

/* From now on nothing is refused, and nothing counted. */
void
faulty_rest(void)
{
	fault.rests = true;
	fault.halves = false;
}

/* Counts one of them; is it the one that fails? */
static bool
fails(enum what what, int why)
{
	if (!fault.known)
		know();
	if (fault.rests || ++fault.done[what] != fault.fails[what])
		return false;
	errno = why;
	return true;
}

void *
malloc(size_t size)
{
	return fails(ALLOC, ENOMEM) ? NULL : __libc_malloc(size);
}

void *
calloc(size_t n, size_t size)
{
	return fails(ALLOC, ENOMEM) ? NULL : __libc_calloc(n, size);
}

void *
realloc(void *p, size_t size)
{
	return fails(ALLOC, ENOMEM) ? NULL : __libc_realloc(p, size);
}

/* The bytes that a call may move; 0: it is interrupted. */
static size_t
moved(size_t n)
{
	long turn = fault.halves ? ++fault.calls : 0;
	size_t most = (size_t)(turn * 7 % 13);

	if (!fault.halves)
		return n;
	return turn % 3 == 0 ? 0 : n <= most ? n : most + 1;
}

/* Cuts the named file to nothing, as somebody else might who writes it anew. */
static void
alter(void)
{
	const char *path = getenv("FAULT_FILE");

	if (fault.alters && path != NULL && truncate(path, 0) != 0)
		abort();
	fault.alters = false;
}

ssize_t
read(int fd, void *to, size_t n)
{
	size_t part;

	if (fails(READ, EIO))
		return -1;
	part = n > 0 ? moved(n) : 0;
	errno = EINTR;
	if (part > 0 || n == 0) {
		ssize_t got = syscall(SYS_read, fd, to, part);

		alter();
		return got;
	}
	return -1;
}

ssize_t
write(int fd, const void *from, size_t n)
{
	size_t part;

	if (fd != STDERR_FILENO && fails(WRITE, ENOSPC))
		return -1;
	if (fd != STDERR_FILENO && fd < 64)
		fault.written |= (uint64_t)1 << fd;
	part = n > 0 && fd != STDERR_FILENO ? moved(n) : n;
	errno = EINTR;
	return part > 0 || n == 0 ? syscall(SYS_write, fd, from, part) : -1;
}

int
close(int fd)
{
	bool written = fd >= 0 && fd < 64 && (fault.written >> fd & 1) != 0;

	if (written)
		fault.written &= ~((uint64_t)1 << fd);
	if (written && fails(CLOSE, EIO)) {
		syscall(SYS_close, fd);
		errno = EIO;
		return -1;
	}
	return (int)syscall(SYS_close, fd);
}

pid_t
fork(void)
{
	return fails(FORK, EAGAIN) ? -1 : _Fork();
}

long
syscall(long number, ...)
{
	long (*next)(long, ...), with[6];
	va_list list;

	if (!fault.known)
		know();
	if (fault.old && ((number >= LANDLOCK_FIRST && number <= LANDLOCK_LAST) || number == SYS_seccomp)) {
		errno = ENOSYS;
		return -1;
	}
	va_start(list, number);
	for (int i = 0; i < 6; i++)
		with[i] = va_arg(list, long);
	va_end(list);
	*(void **)&next = dlsym(RTLD_NEXT, "syscall");
	return next(number, with[0], with[1], with[2], with[3], with[4], with[5]);
}

__attribute__((destructor)) static void
tell(void)
{
	char line[100];
	int n;

	if (!fault.tells)
		return;
	n = snprintf(line, sizeof line, "%ld %ld %ld %ld %ld\n", fault.done[ALLOC], fault.done[READ], fault.done[WRITE], fault.done[CLOSE],
	    fault.done[FORK]);
	syscall(SYS_write, STDERR_FILENO, line, (size_t)n);
}
