/* fuzz: what the libFuzzer targets share.  A target takes any bytes and aborts where something that must hold does not. */
#ifndef FUZZ_H
#define FUZZ_H

#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "slice.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define MUST(holds) \
	do { \
		if (!(holds)) { \
			printf("%s:%d: %s\n", __FILE__, __LINE__, #holds); \
			fflush(stdout); \
			abort(); \
		} \
	} while (0)

enum { FUZZ_PATH = 32 };

/* Puts into path the name of a file that holds these bytes, until the next call; returns path. */
static inline char *
fuzz_file(char path[FUZZ_PATH], const char *before, struct slice bytes)
{
	static int fd = -1;
	ssize_t n = (ssize_t)strlen(before);

	if (fd < 0) {
		snprintf(path, FUZZ_PATH, "/fuzz-%d", getpid());
		fd = shm_open(path, O_RDWR | O_CREAT | O_EXCL, 0600);
		shm_unlink(path);
	}
	MUST(fd >= 0 && ftruncate(fd, 0) == 0);
	MUST(pwrite(fd, before, (size_t)n, 0) == n);
	MUST(pwrite(fd, bytes.at, bytes.len, n) == (ssize_t)bytes.len);
	snprintf(path, FUZZ_PATH, "/proc/self/fd/%d", fd);
	return path;
}

#endif
