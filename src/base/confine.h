/* confine: a program that has opened what it needs gives up the rest, so that no article, whatever it does to the program, can
 * reach a file, another process or the network. */
#ifndef CONFINE_H
#define CONFINE_H

#include <stdbool.h>

/* From now on: no file is opened but those of the NULL-terminated paths, and these for reading alone; nothing is created, changed or
 * removed; no program is started, no socket opened.  What is open stays so.  Where the kernel cannot do that, or where the
 * environment has HEARSAY_CONFINE=0, less is given up or nothing, without a word. */
void confine(char *const *paths);

/* The same, for a program that must yet read whatever files it comes upon. */
void confine_but_reading(void);

#endif
