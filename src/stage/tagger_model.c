/* The file: "hearsay tagger 2\n", the steps as 16-bit little-endian numbers, then for each row that is not all zero the
 * distance from the one before it, which for the first is row -1 (7 bits a byte, high bit: more follow), three bytes whose
 * bits say which of its tags have a weight, and these weights, a byte each.  A distance of 0 ends it: a file that was cut
 * short, between rows too, lacks it. */
#include <stdbool.h>

#include "tagger_model.h"

static const char MAGIC[] = "hearsay tagger 2\n";

enum { STEP_BYTES = (MODEL_TAGS + 1) * MODEL_TAGS * 2, MASK_BYTES = 3 };

static bool
opens(unsigned tag)
{
	return tag == 0 || (tag - 1) % 4 == TAG_BEGIN || (tag - 1) % 4 == TAG_UNIT;
}

bool
model_ends(unsigned tag)
{
	return tag == 0 || (tag - 1) % 4 == TAG_LAST || (tag - 1) % 4 == TAG_UNIT;
}

bool
model_follows(unsigned before, unsigned tag)
{
	if (before == MODEL_TAGS || model_ends(before))
		return opens(tag);
	return !opens(tag) && (tag - 1) / 4 == (before - 1) / 4;
}

struct model *
model_new(void)
{
	struct model *m = mem_alloc(sizeof *m);

	m->weight = mem_alloc(MODEL_ROWS * sizeof *m->weight);
	return m;
}

void
model_free(struct model *m)
{
	if (m == NULL)
		return;
	mem_free(m->weight);
	mem_free(m);
}

static unsigned
byte(struct slice s, size_t i)
{
	return (unsigned char)s.at[i];
}

/* Takes a distance off the front of *s; false if it is cut short or absurd. */
static bool
take_distance(struct slice *s, size_t *distance)
{
	unsigned shift = 0;

	*distance = 0;
	for (size_t i = 0; i < s->len && shift < 28; i++, shift += 7) {
		*distance |= (size_t)(byte(*s, i) & 0x7F) << shift;
		if (byte(*s, i) < 0x80) {
			*s = slice_sub(*s, i + 1, s->len);
			return true;
		}
	}
	return false;
}

static bool
take_row(struct slice *s, int8_t *weight)
{
	uint32_t mask;
	size_t used = MASK_BYTES;

	if (s->len < MASK_BYTES)
		return false;
	mask = byte(*s, 0) | byte(*s, 1) << 8 | byte(*s, 2) << 16;
	for (unsigned tag = 0; tag < MODEL_TAGS; tag++) {
		if ((mask >> tag & 1) == 0)
			continue;
		if (used == s->len)
			return false;
		weight[tag] = (int8_t)s->at[used++];
	}
	*s = slice_sub(*s, used, s->len);
	return mask >> MODEL_TAGS == 0;
}

static bool
read_rows(struct model *m, struct slice s)
{
	size_t rows = 0, distance;

	for (;;) {
		if (!take_distance(&s, &distance))
			return false;
		if (distance == 0)
			return s.len == 0;
		rows += distance;
		if (rows > MODEL_ROWS || !take_row(&s, m->weight[rows - 1]))
			return false;
	}
}

struct model *
model_read(struct slice file)
{
	size_t head = sizeof MAGIC - 1;
	struct model *m;

	if (!slice_starts(file, MAGIC) || file.len < head + STEP_BYTES)
		return NULL;
	m = model_new();
	for (size_t i = 0; i < STEP_BYTES / 2; i++) {
		unsigned low = byte(file, head + 2 * i), high = byte(file, head + 2 * i + 1);

		m->step[i / MODEL_TAGS][i % MODEL_TAGS] = (int16_t)(low | high << 8);
	}
	if (!read_rows(m, slice_sub(file, head + STEP_BYTES, file.len))) {
		model_free(m);
		return NULL;
	}
	return m;
}

static void
write_distance(struct buf *file, size_t distance)
{
	for (; distance >= 0x80; distance >>= 7)
		buf_byte(file, (char)(distance | 0x80));
	buf_byte(file, (char)distance);
}

static void
write_row(struct buf *file, const int8_t *weight)
{
	uint32_t mask = 0;

	for (unsigned tag = 0; tag < MODEL_TAGS; tag++)
		if (weight[tag] != 0)
			mask |= (uint32_t)1 << tag;
	for (unsigned i = 0; i < MASK_BYTES; i++)
		buf_byte(file, (char)(mask >> 8 * i));
	for (unsigned tag = 0; tag < MODEL_TAGS; tag++)
		if (weight[tag] != 0)
			buf_byte(file, (char)weight[tag]);
}

void
model_write(const struct model *m, struct buf *file)
{
	static const int8_t zero[MODEL_TAGS];
	size_t rows = 0;

	buf_string(file, MAGIC);
	for (size_t i = 0; i < STEP_BYTES / 2; i++) {
		unsigned step = (uint16_t)m->step[i / MODEL_TAGS][i % MODEL_TAGS];

		buf_byte(file, (char)step);
		buf_byte(file, (char)(step >> 8));
	}
	for (size_t row = 0; row < MODEL_ROWS; row++) {
		if (memcmp(m->weight[row], zero, sizeof zero) == 0)
			continue;
		write_distance(file, row + 1 - rows);
		write_row(file, m->weight[row]);
		rows = row + 1;
	}
	write_distance(file, 0);
}
