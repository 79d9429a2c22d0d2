/* By Landlock and seccomp where Linux has them, by unveil and pledge on OpenBSD.  The sanitizers, who look around at the end, are
 * not held. */
#define _GNU_SOURCE
#include "confine.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SANITIZED
#endif
#endif
#ifdef __SANITIZE_ADDRESS__
#define SANITIZED
#endif

static bool
is_wanted(void)
{
	const char *s = getenv("HEARSAY_CONFINE");

#ifdef SANITIZED
	return false;
#endif
	return s == NULL || strcmp(s, "0") != 0;
}

#if defined(__linux__)

#include <errno.h>
#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/stat.h>

#include "confine_linux.h"
#include "err.h"

static void
allow(int rules, const char *path, uint64_t of_file, uint64_t of_folder)
{
	struct stat st;
	int fd = open(path, O_PATH | O_CLOEXEC);

	if (fd < 0 && (errno == EMFILE || errno == ENFILE))
		die_errno("%s", path);
	if (fd < 0)
		return; /* who opens it will say so */
	if (fstat(fd, &st) == 0)
		landlock_allow(rules, fd, S_ISDIR(st.st_mode) ? of_folder : of_file);
	close(fd);
}

/* paths NULL: whatever there is may be read.  A folder may be opened too, so that reading it tells what it is. */
static void
hold(char *const *paths)
{
	int rules;

	if (!is_wanted() || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return;
	rules = landlock_begin();
	if (rules >= 0) {
		if (paths == NULL)
			allow(rules, "/", 0, LANDLOCK_READ_FILE | LANDLOCK_READ_DIR);
		for (; paths != NULL && *paths != NULL; paths++)
			allow(rules, *paths, LANDLOCK_READ_FILE, LANDLOCK_READ_DIR);
		landlock_end(rules);
	}
	seccomp_hold();
}

#elif defined(__OpenBSD__)

static void
hold(char *const *paths)
{
	if (!is_wanted())
		return;
	for (; paths != NULL && *paths != NULL; paths++)
		unveil(*paths, "r");
	if (pledge("stdio rpath", NULL) != 0)
		return;
}

#else

static void
hold(char *const *paths)
{
	(void)paths;
	(void)is_wanted;
}

#endif

void
confine(char *const *paths)
{
	hold(paths);
}

void
confine_but_reading(void)
{
	hold(NULL);
}
