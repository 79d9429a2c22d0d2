/* confine: what a program that has given up the rest can still do, and what it cannot.  Each row is tried in a process of its own. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "confine.h"
#include "tap.h"

static char named[] = "/tmp/hearsay-test.XXXXXX";
static char other[] = "/etc/passwd";

static bool
opens(const char *path, int flags)
{
	return open(path, flags, 0600) >= 0;
}

static bool reads_named(void) { return opens(named, O_RDONLY); }
static bool reads_other(void) { return opens(other, O_RDONLY); }
static bool writes_named(void) { return opens(named, O_WRONLY); }
static bool empties_named(void) { return truncate(named, 0) == 0; }
static bool creates(void) { return opens("/tmp/hearsay-test.new", O_WRONLY | O_CREAT | O_EXCL); }
static bool unlinks(void) { return unlink(named) == 0; }
static bool renames(void) { return rename(named, "/tmp/hearsay-test.new") == 0; }
static bool lists_root(void) { return opens("/", O_RDONLY | O_DIRECTORY); }
static bool dials(void) { return socket(AF_INET, SOCK_STREAM, 0) >= 0; }
static bool speaks_locally(void) { return socket(AF_UNIX, SOCK_DGRAM, 0) >= 0; }
static bool signals_parent(void) { return kill(getppid(), 0) == 0; }
static bool traces(void) { return syscall(SYS_ptrace, 0L, 0L, 0L, 0L) == 0; }
static bool writes_open(void) { return write(STDERR_FILENO, "", 0) == 0; }

static bool
forks(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	return child > 0;
}

static bool
starts(void)
{
	char name[] = "true";
	char *argv[] = { name, NULL };

	execv("/bin/true", argv);
	return false;
}

static bool
takes_memory(void)
{
	return mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED &&
	    malloc(1 << 24) != NULL;
}

/* Whether a confined process can; starts() ends it with 0 where it can. */
static bool
can(bool does(void), bool reading)
{
	char *paths[] = { named, NULL };
	pid_t child = fork();
	int status;

	if (child == 0) {
		if (reading)
			confine_but_reading();
		else
			confine(paths);
		_exit(!does());
	}
	return waitpid(child, &status, 0) == child && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool
has_landlock(void)
{
	return syscall(444L, NULL, 0L, 1L) > 0;
}

int
main(void)
{
	static const struct {
		const char *says;
		bool (*does)(void);
		bool may, landlock; /* whether it may; only Landlock tells files apart */
	} rows[] = {
		{ "a named file can be read", reads_named, true, false },
		{ "what is open can be written", writes_open, true, false },
		{ "memory can be had", takes_memory, true, false },
		{ "no other file can be read", reads_other, false, true },
		{ "no folder can be listed", lists_root, false, true },
		{ "a named file cannot be written", writes_named, false, false },
		{ "a named file cannot be emptied", empties_named, false, false },
		{ "no file can be created", creates, false, false },
		{ "no file can be removed", unlinks, false, false },
		{ "no file can be renamed", renames, false, false },
		{ "no socket can be opened", dials, false, false },
		{ "no local socket can be opened", speaks_locally, false, false },
		{ "no other process can be signalled", signals_parent, false, false },
		{ "no process can be traced", traces, false, false },
		{ "no process can be forked", forks, false, false },
		{ "no program can be started", starts, false, false },
	};
	int fd = mkstemp(named);

	unsetenv("HEARSAY_CONFINE");
	if (!can(forks, false)) {
		for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
			if (!rows[i].landlock || has_landlock())
				tap_ok(can(rows[i].does, false) == rows[i].may, rows[i].says);
		tap_ok(can(reads_other, true), "where any file may be read, others can");
		tap_ok(!can(writes_named, true), "but none be written");
		tap_ok(!can(dials, true), "and no socket be opened");
	}
	setenv("HEARSAY_CONFINE", "0", 1);
	tap_ok(can(forks, false) && can(reads_other, false) && can(dials, false), "HEARSAY_CONFINE=0 leaves everything as it is");
	close(fd);
	unlink(named);
	return tap_done();
}
