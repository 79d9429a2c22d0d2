/* fuzz: what the libFuzzer targets share.  A target takes any bytes and aborts where something that must hold does not. */
#ifndef FUZZ_H
#define FUZZ_H

#include <stdio.h>
#include <stdlib.h>
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

/* The name of a file that holds these bytes, until the next call. */
static inline const char *
fuzz_file(struct slice bytes)
{
	static FILE *file;
	static char path[32];

	if (file == NULL)
		file = tmpfile();
	MUST(file != NULL && ftruncate(fileno(file), 0) == 0);
	MUST(pwrite(fileno(file), bytes.at, bytes.len, 0) == (ssize_t)bytes.len);
	snprintf(path, sizeof path, "/proc/self/fd/%d", fileno(file));
	return path;
}

#endif
