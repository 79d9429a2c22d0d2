/* exit: linked in by scripts/coverage, so that who ends by _exit, or dies of a signal that may be caught, tells what it ran. */
#include <signal.h>
#include <stddef.h>

void __gcov_dump(void);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);

_Noreturn void
__wrap__exit(int status)
{
	__gcov_dump();
	__real__exit(status);
}

/* The signal is let through: to whoever waits, the end is the same. */
static void
tell(int number)
{
	signal(number, SIG_DFL);
	__gcov_dump();
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
