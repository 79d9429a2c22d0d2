/* The turns of a transcript or an interview: "BERG: ...", "Q: ...", "Anna Berg: ..." */
#include "quote_parts.h"

enum { LONGEST_NAME = 30, TURNS = 4, MOST_NAMES = 16 };

static bool
is_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static bool
is_key(const struct quote *q, struct slice word, uint64_t keys)
{
	return (pos_keys(q->pos)[pos_look(q->pos, word).key] & keys) != 0;
}

/* Does the list hold the word as something that no speaker is called: "Photo", "Time", "Pledged"? */
static bool
is_common(const struct quote *q, struct slice word)
{
	uint32_t is = pos_look(q->pos, word).is;

	return is != 0 && !(is & (POS_PERSON | POS_TITLE | POS_NAME));
}

/* The end of the words with a capital each that the paragraph begins with, if ": " follows; else 0.  *last is where the
 * last of them begins. */
static size_t
label_end(struct slice text, size_t *last)
{
	size_t end = slice_find(slice_sub(text, 0, text.len < LONGEST_NAME + 2 ? text.len : LONGEST_NAME + 2), ':');

	*last = 0;
	/* figures are no speech */
	if (end > LONGEST_NAME + 1 || end + 2 >= text.len || text.at[end + 1] != ' ' || (text.at[end + 2] < 'A' && text.at[end + 2] >= '$'))
		return 0;
	for (size_t i = 0; i < end; i++) {
		char c = text.at[i];

		if (c == ' ')
			*last = i + 1;
		else if ((i == *last && !is_upper(c)) || c == '"' || c == ',' || c == '(' || (c >= '0' && c <= '9'))
			return 0;
	}
	return end;
}

/* What the paragraph begins with, before ": "; *name is what it says. */
static enum turn
label(const struct quote *q, struct slice text, struct slice *name)
{
	size_t last, end = label_end(text, &last), capitals = 0, others = 0;

	*name = slice_sub(text, 0, end);
	for (size_t i = 0; i < end; i++) {
		char c = text.at[i];

		capitals += is_upper(c);
		others += !is_upper(c) && c != ' ' && c != '.' && c != '-';
	}
	/* a letter's salutation says who is to read it */
	if (end == 0 || is_key(q, slice_sub(*name, 0, slice_find(*name, ' ')), KEY(DEAR)))
		return TURN_NONE;
	if (others == 0 && capitals >= 3)
		return TURN_CAPITALS;
	if (end == 1)
		return is_key(q, *name, KEY(QUESTION) | KEY(ANSWER)) ? TURN_QUESTION : TURN_NONE;
	return others > 0 && !is_common(q, slice_sub(*name, last, end)) ? TURN_NAME : TURN_NONE;
}

/* Names, and how often each begins a paragraph. */
struct names {
	struct slice name[MOST_NAMES];
	size_t times[MOST_NAMES], n;
};

static void
count_name(struct names *names, struct slice name)
{
	size_t i = 0;

	while (i < names->n && !slice_eq(names->name[i], name))
		i++;
	if (i == MOST_NAMES)
		return;
	if (i == names->n) {
		names->name[i] = name;
		names->times[names->n++] = 0;
	}
	names->times[i]++;
}

/* Do two of them take turns? */
static bool
take_turns(const struct names *names)
{
	size_t again = 0;

	for (size_t i = 0; i < names->n; i++)
		again += names->times[i] > 1;
	return again >= 2;
}

/* "I", "we", "My", but not "US" */
static bool
is_first_person(const struct quote *q, struct slice word)
{
	return word.len > 0 && is_upper(word.at[word.len - 1]) == (word.len == 1) && is_key(q, word, KEY(ME));
}

/* Does somebody speak of himself in the paragraph, outside marks: "I", "we’ve", "my"? */
static bool
first_person(const struct quote *q, struct slice text)
{
	bool within = false;

	for (size_t i = 0, end; i < text.len; i = end + (end == i)) {
		unsigned char c = (unsigned char)text.at[i];

		for (end = i; end < text.len && ((text.at[end] | 0x20) >= 'a' && (text.at[end] | 0x20) <= 'z'); end++)
			;
		if (c == '"' || (c == 0xE2 && i + 2 < text.len && (unsigned char)text.at[i + 1] == 0x80 &&
		    ((unsigned char)text.at[i + 2] == 0x9C || (unsigned char)text.at[i + 2] == 0x9D)))
			within = c == '"' ? !within : (unsigned char)text.at[i + 2] == 0x9C;
		if (!within && is_first_person(q, slice_sub(text, i, end)))
			return true;
	}
	return false;
}

enum turn
quote_transcript(const struct quote *q, struct slice text, const struct sentence *s, size_t n)
{
	size_t turns[TURN_NAME + 1] = { 0 }, answers = 0, own = 0;
	struct names names = { .n = 0 };

	for (size_t i = 0; i < n; i++) {
		struct slice name;
		enum turn turn;

		if (i > 0 && s[i].block == s[i - 1].block)
			continue;
		turn = label(q, slice_sub(text, s[i].start, s[i].end), &name);
		turns[turn]++;
		if (turn == TURN_NAME)
			count_name(&names, name);
		if (turn == TURN_QUESTION && is_key(q, name, KEY(ANSWER))) {
			size_t last = i;

			while (last + 1 < n && s[last + 1].block == s[i].block)
				last++;
			answers++;
			own += first_person(q, slice_sub(text, s[i].start + 2, s[last].end));
		}
	}
	if (turns[TURN_CAPITALS] >= TURNS)
		return TURN_CAPITALS;
	/* where the answers are an outlet's own, to questions that it asks itself, nobody speaks */
	if (turns[TURN_QUESTION] >= TURNS && 2 * own >= answers)
		return TURN_QUESTION;
	return turns[TURN_NAME] >= TURNS && take_turns(&names) ? TURN_NAME : TURN_NONE;
}

/* "BERG: The dam is safe.  We built it." in a transcript: the whole paragraph is what he said. */
bool
quote_turn(struct para *p, const struct sentence *s)
{
	struct use use = { .cue = &quote_no_verb, .b = p->n };
	struct slice name;
	struct found *f;
	size_t i = 0;

	if (label(p->q, slice_sub(p->text, s->start, s->end), &name) != p->q->transcript)
		return false;
	while (i < p->n && p->unit[i].kind != UNIT_COLON)
		i++;
	if (i == 0 || i + 1 >= p->n)
		return false;
	use.who_end = use.start = i;
	use.end = i + 1;
	f = quote_add(p, &use, i + 1, p->n, RULE_TURN);
	if (f == NULL)
		return false;
	f->form = FORM_DIRECT;
	if (p->unit[p->n - 1].kind == UNIT_STOP) /* the stop is his, as one within marks is */
		f->said.end = p->unit[p->n - 1].end;
	return true;
}
