/* exit: linked in by scripts/coverage, so that who ends by _exit or exec, dies of a signal that may be caught, is confined or is
 * refused what it asks for tells what it ran. */
#define _POSIX_C_SOURCE 200809L
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { RESTRICT_SELF = 446 }; /* Landlock's, which older systems do not name */

__attribute__((weak)) void faulty_rest(void); /* of faulty.c, where that is preloaded */
void __gcov_dump(void);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);
int __real_execve(const char *path, char *const *argv, char *const *envp);
int __wrap_execve(const char *path, char *const *argv, char *const *envp);
long __real_syscall(long number, ...);
long __wrap_syscall(long number, ...);

/* Before the counts are written: what writes them does not bear being refused anything. */
static void
rest(void)
{
	if (faulty_rest != NULL)
		faulty_rest();
}

/* A signal that comes while the counts are written waits: who told of it then would wait for the first for ever, and all
 * others behind both, for a file of counts is one's alone. */
static sigset_t
hold(void)
{
	sigset_t all, before;

	sigfillset(&all);
	sigprocmask(SIG_BLOCK, &all, &before);
	return before;
}

/* Who may open no more files may, once one is closed. */
__attribute__((destructor)) static void
end(void)
{
	hold();
	rest();
	close(STDIN_FILENO);
}

static void
dump(void)
{
	sigset_t before = hold();

	rest();
	__gcov_dump();
	sigprocmask(SIG_SETMASK, &before, NULL);
}

_Noreturn void
__wrap__exit(int status)
{
	end();
	dump();
	__real__exit(status);
}

int
__wrap_execve(const char *path, char *const *argv, char *const *envp)
{
	dump();
	return __real_execve(path, argv, envp);
}

/* The signal is let through: to whoever waits, the end is the same. */
static void
tell(int number)
{
	signal(number, SIG_DFL);
	dump();
	raise(number);
}

__attribute__((constructor)) static void
begin(void)
{
	static const int deadly[] = { SIGHUP, SIGINT, SIGPIPE, SIGTERM };

	for (size_t i = 0; i < sizeof deadly / sizeof *deadly; i++)
		if (signal(deadly[i], tell) == SIG_IGN)
			signal(deadly[i], SIG_IGN);
}

/* The two calls that would keep a process from writing what it ran are left out. */
long
__wrap_syscall(long number, ...)
{
	va_list list;
	long with[4];

	if (number == RESTRICT_SELF || number == __NR_seccomp)
		return 0;
	va_start(list, number);
	for (int i = 0; i < 4; i++)
		with[i] = va_arg(list, long);
	va_end(list);
	return __real_syscall(number, with[0], with[1], with[2], with[3]);
}
