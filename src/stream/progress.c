#include "progress.h"

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "err.h"

enum { EVERY_MS = 200 };

static long long
now_ms(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long long)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void
progress_begin(struct progress *p, bool wanted, bool files)
{
	p->tells = wanted || (files && isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO));
	p->began = p->told = p->tells ? now_ms() : 0;
}

static void
tell(const struct progress *p, size_t docs, size_t bytes, const char *end)
{
	double mb = (double)bytes / 1e6;
	double seconds = (double)(now_ms() - p->began) / 1e3;

	fprintf(stderr, "\r%s: %zu documents, %.1f MB, %.1f MB/s%s", err_name(), docs, mb,
	    seconds > 0 ? mb / seconds : 0, end);
}

void
progress_step(struct progress *p, size_t docs, size_t bytes)
{
	long long now;

	if (!p->tells || docs % 16 != 0)
		return;
	now = now_ms();
	if (now - p->told < EVERY_MS)
		return;
	p->told = now;
	tell(p, docs, bytes, "");
}

void
progress_end(struct progress *p, size_t docs, size_t bytes)
{
	if (p->tells)
		tell(p, docs, bytes, "\n");
}
