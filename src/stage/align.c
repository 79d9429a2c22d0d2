#include "align.h"

#include "mem.h"

enum {
	MATCH = 4, /* a word of both */
	FOLLOW = 1 /* right behind another one */
};

/* Scores of the best alignment of a[i..] with b[j..]; the row and column behind the last are 0. */
static void
fill(struct aligner *w, const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
	size_t width = nb + 1;

	for (size_t i = na + 1; i-- > 0;) {
		for (size_t j = nb + 1; j-- > 0;) {
			uint16_t *at = &w->cell[i * width + j];
			uint16_t best = 0;

			if (i < na && j < nb) {
				best = at[width] > at[1] ? at[width] : at[1];
				if (a[i] == b[j]) {
					uint16_t both = (uint16_t)(at[width + 1] + MATCH);

					if (i + 1 < na && j + 1 < nb && a[i + 1] == b[j + 1])
						both = (uint16_t)(both + FOLLOW);
					if (both >= best)
						best = both;
				}
			}
			*at = best;
		}
	}
}

/* The part of b, as long as may be, that the alignment is sought in: around b's longest run of a's words. */
static size_t
part_of(const uint32_t *a, size_t na, const uint32_t *b, size_t nb)
{
	size_t len, at = align_run(a, na, b, nb, &len);

	if (at == nb)
		return 0;
	at = at > ALIGN_WORDS / 2 ? at - ALIGN_WORDS / 2 : 0;
	return at + ALIGN_WORDS > nb ? nb - ALIGN_WORDS : at;
}

void
align_words(struct aligner *w, const uint32_t *a, size_t na, const uint32_t *b, size_t nb, uint32_t *to)
{
	size_t from = nb > ALIGN_WORDS ? part_of(a, na, b, nb) : 0;
	size_t width, i = 0, j = 0;

	for (size_t k = 0; k < na; k++)
		to[k] = ALIGN_NONE;
	if (na > ALIGN_WORDS)
		na = ALIGN_WORDS;
	if (nb > ALIGN_WORDS)
		nb = ALIGN_WORDS;
	b += from;
	width = nb + 1;
	MEM_GROW(w->cell, w->cap, (na + 1) * width);
	fill(w, a, na, b, nb);
	while (i < na && j < nb) {
		const uint16_t *at = &w->cell[i * width + j];

		if (a[i] == b[j] && at[0] > at[width] && at[0] > at[1]) {
			to[i++] = (uint32_t)(from + j++);
		} else if (at[1] >= at[width]) {
			j++;
		} else {
			i++;
		}
	}
}

void
align_free(struct aligner *w)
{
	mem_free(w->cell);
	w->cell = NULL;
	w->cap = 0;
}

size_t
align_run(const uint32_t *a, size_t na, const uint32_t *b, size_t nb, size_t *len)
{
	size_t best = nb;

	*len = 0;
	for (size_t j = 0; j + *len < nb; j++) {
		for (size_t i = 0; i + *len < na; i++) {
			size_t n = 0;

			if (a[i] != b[j] || a[i + *len] != b[j + *len])
				continue;
			while (i + n < na && j + n < nb && a[i + n] == b[j + n])
				n++;
			if (n > *len) {
				*len = n;
				best = j;
			}
		}
	}
	return best;
}
