#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "err.h"

enum { EVERY_MS = 200, SECOND_MS = 1000 };

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
	p->terminal = isatty(STDERR_FILENO);
	p->tells = wanted || (files && p->terminal && !isatty(STDOUT_FILENO));
	p->told = wanted;
	p->began = p->tells ? now_ms() : 0;
	p->due = p->began + (wanted ? EVERY_MS : SECOND_MS);
}

/* ", 3 kB" or ", 1.2 MB", and what stands behind. */
static void
add_bytes(char *line, size_t size, double bytes, const char *behind)
{
	size_t n = strlen(line);

	if (bytes < 1e6)
		snprintf(line + n, size - n, ", %.0f kB%s", bytes / 1e3, behind);
	else
		snprintf(line + n, size - n, ", %.1f MB%s", bytes / 1e6, behind);
}

/* One line in one write, since the programs of a pipe tell on one terminal; its end is that of a longer one no more. */
static void
tell(const struct progress *p, long long now, size_t docs, size_t bytes, const char *end)
{
	char line[128];
	long long ms = now - p->began;

	snprintf(line, sizeof line, "\r%s: %zu document%s", err_name(), docs, docs == 1 ? "" : "s");
	add_bytes(line, sizeof line, (double)bytes, "");
	if (ms >= SECOND_MS)
		add_bytes(line, sizeof line, (double)bytes * 1e3 / (double)ms, "/s");
	fprintf(stderr, "%s%s%s", line, p->terminal ? "\033[K" : "", end);
}

void
progress_step(struct progress *p, size_t docs, size_t bytes)
{
	long long now;

	if (!p->tells)
		return;
	now = now_ms();
	if (now < p->due)
		return;
	p->due = now + EVERY_MS;
	p->told = true;
	tell(p, now, docs, bytes, "");
}

void
progress_end(struct progress *p, size_t docs, size_t bytes)
{
	if (p->told)
		tell(p, now_ms(), docs, bytes, "\n");
}
