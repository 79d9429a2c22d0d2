/* quote_look: what can be asked of one unit of a paragraph.  Only unit_within, unit_at and unit_follows may be given a place
 * that is no unit, the end or the start of the sentence. */
#ifndef QUOTE_LOOK_H
#define QUOTE_LOOK_H

#include "quote_unit.h"

/* Is unit i a word of one of these classes?  What is no word has none. */
static inline bool
unit_has(const struct para *p, size_t i, uint32_t classes)
{
	return (p->unit[i].is & classes) != 0;
}

/* Is unit i a key word of one of these KEY() classes? */
static inline bool
unit_is(const struct para *p, size_t i, uint64_t keys)
{
	return (p->keys[p->unit[i].key] & keys) != 0;
}

/* Is unit i, which may be the end b of a sentence, a word of one of these classes? */
static inline bool
unit_within(const struct para *p, size_t i, size_t b, uint32_t classes)
{
	return i < b && unit_has(p, i, classes);
}

/* Does a word of one of these classes stand before unit i, in a sentence that begins at a? */
static inline bool
unit_follows(const struct para *p, size_t a, size_t i, uint32_t classes)
{
	return i > a && unit_has(p, i - 1, classes);
}

/* Is unit i, which may be the end b of a sentence, of that kind? */
static inline bool
unit_at(const struct para *p, size_t i, size_t b, enum unit_kind kind)
{
	return i < b && p->unit[i].kind == kind;
}

/* Is unit i a comma, a colon or a dash? */
static inline bool
unit_pauses(const struct para *p, size_t i)
{
	return p->unit[i].kind == UNIT_COMMA || p->unit[i].kind == UNIT_COLON || p->unit[i].kind == UNIT_DASH;
}

/* Does a sentence begin at unit i? */
static inline bool
unit_first(const struct para *p, size_t i)
{
	return (p->unit[i].flags & UNIT_FIRST) != 0;
}

/* May unit i be a cue? */
static inline bool
unit_cues(const struct para *p, size_t i)
{
	return p->unit[i].sense != 0;
}

/* Is unit i written as a plural is? */
static inline bool
unit_plural(const struct para *p, size_t i)
{
	return p->text.at[p->unit[i].end - 1] == 's';
}

/* The marked stretch at unit i, a UNIT_QUOTE. */
static inline struct marked *
unit_marked(const struct para *p, size_t i)
{
	return &p->marked[p->unit[i].mark];
}

/* Has it one of these MARKED_ flags? */
static inline bool
unit_marked_is(const struct para *p, size_t i, unsigned flags)
{
	return (unit_marked(p, i)->flags & flags) != 0;
}

/* Does it begin with a capital and end in a comma or a stop, as sentences do? */
static inline bool
unit_marked_whole(const struct para *p, size_t i)
{
	return (unit_marked(p, i)->flags & (MARKED_CAPITAL | MARKED_ENDED)) == (MARKED_CAPITAL | MARKED_ENDED);
}

/* “No,” she said: does the sentence go on behind the comma in which the marked stretch at unit i ends? */
static inline bool
unit_goes_on(const struct para *p, size_t i)
{
	return unit_marked_is(p, i, MARKED_COMMA) && unit_at(p, i + 1, p->n, UNIT_WORD) && !unit_first(p, i + 1);
}

#endif
