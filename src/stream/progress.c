#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "err.h"
#include "reader.h"

enum { EVERY_MS = 200 };

static long long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
progress_begin(struct reader *r, bool files)
{
	r->tells = r->options->progress || (files && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO));
	r->began = r->told = r->tells ? now_ms() : 0;
}

static void
tell(const struct reader *r, long long now, const char *end)
{
	double mb = (double)r->bytes / 1e6;
	double seconds = (double)(now - r->began) / 1e3;

	fprintf(stderr, "\r%s: %zu documents, %.1f MB, %.1f MB/s%s", err_name(), r->docs, mb,
	    seconds > 0 ? mb / seconds : 0, end);
}

void
progress_step(struct reader *r)
{
	long long now;

	if (!r->tells || r->docs % 16 != 0)
		return;
	now = now_ms();
	if (now - r->told < EVERY_MS)
		return;
	r->told = now;
	tell(r, now, "");
}

void
progress_end(struct reader *r)
{
	if (r->tells)
		tell(r, now_ms(), "\n");
}
