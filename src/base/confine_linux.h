/* confine_linux: Landlock and seccomp, by their system calls.  Each does nothing where the kernel has it not. */
#ifndef CONFINE_LINUX_H
#define CONFINE_LINUX_H

#include <stdint.h>

#define LANDLOCK_READ_FILE (UINT64_C(1) << 2)
#define LANDLOCK_READ_DIR (UINT64_C(1) << 3)

/* Rules that forbid all that files, folders and sockets can be used for; -1 if there are none to be had.  Rights are allowed on what fd
 * names, and beneath it; landlock_end puts the rules in force. */
int landlock_begin(void);
void landlock_allow(int rules, int fd, uint64_t rights);
void landlock_end(int rules);

/* From now on all system calls are refused but those that work on memory and on what is open, the opening of files
 * for reading, and the question whether something is a terminal. */
void seccomp_hold(void);

#endif
