/* Tagging: what a word can be by itself, narrowed by the word before. */
#include "pos_table.h"

enum { KEPT = 16 };

/* The last eight bytes of text[0, end), the last the highest; zeros where there are no more. */
static uint64_t
tail_of(struct slice text, size_t end)
{
	char bytes[8] = { 0 };

	if (end >= sizeof bytes)
		return eight_load(text.at + end - sizeof bytes);
	memcpy(bytes + sizeof bytes - end, text.at, end);
	return eight_load(bytes);
}

/* By the first ending of the list that fits. */
static inline uint32_t
guess(const struct pos *p, struct slice text, const struct token *t)
{
	uint64_t tail = tail_of(text, t->end);

	for (uint8_t k = p->ending_in[pos_pair(tail >> 48, tail >> 56)]; k != 0; k = p->suffix[k].next) {
		const struct suffix *s = &p->suffix[k];

		if (t->end - t->start > s->len + 2 && tail >> (64 - 8 * s->len) == eight_load(s->end))
			return s->is;
	}
	return POS_NOUN;
}

uint32_t
pos_guess(const struct pos *p, struct slice text, const struct token *t)
{
	return guess(p, text, t);
}

/* The hash of a token of ASCII that has at most KEPT bytes and begins no later than at last, by two loads of the text; 0 if it needs
 * a closer look. */
static inline uint64_t
hash_of(const char *text, const struct token *t, size_t last)
{
	static const char keep[2 * KEPT] = "\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377\377"; /* a char may be unsigned */
	uint32_t len = t->end - t->start;
	const char *kept = keep + KEPT - len;
	uint64_t low, high;

	if (len > KEPT || t->start > last)
		return 0;
	low = eight_load(text + t->start) & eight_load(kept);
	high = eight_load(text + t->start + 8) & eight_load(kept + 8);
	return ((low | high) & EIGHT_TOPS) == 0 ? pos_hash(0, low, high) : 0;
}

/* The hashes of n tokens, whose slots are fetched meanwhile: waiting for each in turn took half the time of tagging.  Of their own,
 * as what follows, so that all that they need stays in registers. */
static __attribute__((noinline)) void
hash_ahead(const struct pos *p, struct slice text, const struct token *t, size_t n, uint64_t *restrict hash)
{
	for (size_t i = 0; i < n; i++) {
		hash[i] = hash_of(text.at, &t[i], text.len - KEPT);
		__builtin_prefetch(&p->slot[hash[i] >> p->shift]);
	}
}

/* What the list has under the tokens of those hashes. */
static __attribute__((noinline)) void
look(const struct pos *p, struct slice text, const struct token *t, size_t n, const uint64_t *hash, struct pos_word *restrict out)
{
	for (size_t i = 0; i < n; i++)
		out[i] = hash[i] != 0 ? p->meaning[pos_number(p, hash[i])] : pos_look(p, token_text(text, &t[i]));
}

void
pos_look_up(const struct pos *p, struct slice text, const struct token *t, size_t n, struct pos_word *out)
{
	enum { AHEAD = 128 };
	uint64_t hash[AHEAD];

	if (text.len < KEPT) {
		for (size_t i = 0; i < n; i++)
			out[i] = pos_look(p, token_text(text, &t[i]));
		return;
	}
	for (size_t i = 0; i < n; i += AHEAD) {
		size_t m = n - i < AHEAD ? n - i : AHEAD;

		hash_ahead(p, text, t + i, m, hash);
		look(p, text, t + i, m, hash, out + i);
	}
}

static inline bool
has_key(const struct pos *p, struct pos_word w, uint64_t keys)
{
	return (p->set[w.key] & keys) != 0;
}

/* What a word with a capital, of which the list has w, can be by itself; first: the capital may be its sentence's. */
static uint32_t
capital(const struct pos *p, const struct token *t, struct pos_word *w, bool first)
{
	uint32_t closed = POS_DET | POS_POSS | POS_PRONOUN | POS_PREP | POS_COORD | POS_SUBORD | POS_WH | POS_BE | POS_NOT;

	if (w->is == 0)
		return POS_NAME;
	if (t->flags & TOKEN_UPPER) {
		if (!has_key(p, *w, KEY(LETTERS)))
			return w->is;
		w->sense = w->key = 0; /* "US" is no pronoun */
		return POS_NAME;
	}
	if (first || (w->is & closed))
		return w->is;
	w->sense = 0;
	return POS_NAME | (w->is & (POS_TITLE | POS_TIME | POS_PERSON | POS_SOURCE | POS_ADJ));
}

/* "sighed Per Nilsen": is the preposition a name, by its capital between a word without one and a word with one? */
static bool
is_given_name(struct slice text, const struct token *t, uint32_t is, bool first)
{
	size_t next = t->end + 1;

	return is == POS_PREP && !first && !(t[-1].flags & TOKEN_CAPITAL) && !(t->flags & TOKEN_UPPER) && next < text.len &&
	    text.at[t->end] == ' ' && text.at[next] >= 'A' && text.at[next] <= 'Z';
}

/* "said Jan Berg", "Anna March left", "Hamar Morning Post", but not "in April Berg left", "on March 3": is the time, which may be a name
 * and has its capital, one here, by the capital of the word beside it?  before: what that in front of it can be. */
static bool
names_somebody(struct slice text, const struct token *t, uint32_t before, bool title_case)
{
	static const uint32_t dates = POS_PREP | POS_DET | POS_POSS | POS_ADJ | POS_TIME | POS_NUMBER | POS_CLITIC;
	size_t next = t->end + 1;

	if ((t->flags & TOKEN_UPPER) || (before & dates) || title_case)
		return false;
	if (next + 1 < text.len && text.at[t->end] == ' ' && text.at[next] >= 'A' && text.at[next] <= 'Z')
		return text.at[next + 1] >= 'a' && text.at[next + 1] <= 'z';
	return (before & POS_NAME) && !(next < text.len && text.at[next] >= '0' && text.at[next] <= '9');
}

/* What a word with a capital, of which the list has w, can be by itself; w loses the senses that it cannot have here. */
static uint32_t
capitalised(const struct pos *p, struct slice text, const struct token *t, struct pos_word *w, bool first, uint32_t before)
{
	if (is_given_name(text, t, w->is, first))
		*w = (struct pos_word){ .is = POS_NAME };
	if (w->is & POS_NAME)
		w->is = names_somebody(text, t, before, first && before != 0) ? POS_NAME : w->is & ~(uint32_t)POS_NAME;
	return capital(p, t, w, first);
}

/* Narrows what may be a verb by the word before. */
static uint32_t
narrow_verb(uint32_t is, uint32_t before)
{
	uint32_t noun = is & (POS_NOUN | POS_PERSON | POS_SOURCE | POS_NAME | POS_ADJ);

	if ((is & POS_PAST) && (is & POS_PART)) {
		if ((before & POS_SUBORD) && !(before & (POS_PREP | POS_SUBJECT | POS_THAT))) /* "when asked", "if confirmed"; but "once said" */
			is &= before & POS_ADV ? is : ~(uint32_t)POS_PAST;
		else if (before & (POS_SUBJECT | POS_WH))
			is &= ~(uint32_t)POS_PART;
		else if ((before & (POS_HAVE | POS_BE | POS_DET | POS_POSS | POS_CLITIC | POS_ING)) && !(before & POS_THAT)) /* "that caught fire" */
			is &= ~(uint32_t)POS_PAST;
		else if (before & (POS_SUBJECT | POS_NAME | POS_NOUN | POS_PERSON | POS_COORD | POS_TIME | POS_ADV))
			is &= ~(uint32_t)POS_PART;
	}
	/* "said repairs": a plural that the list has as a verb alone */
	if (!noun && (is & POS_VERB) == POS_THIRD && (before & (POS_FINITE | POS_PREP)) &&
	    !(before & (POS_NOMINAL | POS_PRONOUN | POS_WH | POS_THAT | POS_ADV)))
		return (is & ~(uint32_t)POS_THIRD) | POS_NOUN;
	if (!noun) { /* "the attack", "the suspects": a noun that the list has as a verb alone; but "this comes" */
		bool one = (is & POS_VERB) == POS_BASE || ((is & POS_VERB) == POS_THIRD && !(before & POS_SINGLE));

		if (one && (before & (POS_DET | POS_POSS)) && !(before & (POS_SUBJECT | POS_OBJECT | POS_THAT)))
			return (is & ~(uint32_t)POS_VERB) | POS_NOUN;
		return is;
	}
	/* "could send signals", but "that runs the mill" */
	if ((is & POS_THIRD) && (before & POS_BASE) && !(before & (POS_NOMINAL | POS_ADJ | POS_ADV)))
		return is & ~(uint32_t)POS_THIRD;
	if ((is & POS_THIRD) && (before & POS_THAT))
		return is;
	/* "some reports", but "some say" */
	if ((before & POS_DET) && (before & POS_SUBJECT))
		return is & ~(uint32_t)POS_THIRD;
	if ((before & (POS_DET | POS_POSS | POS_CLITIC)) && !(before & (POS_SUBJECT | POS_AUX | POS_WH)))
		return is & ~(uint32_t)(POS_BASE | POS_THIRD | POS_PAST);
	if (before & (POS_ADJ | POS_NUMBER) && !(before & (POS_NAME | POS_NOUN | POS_PERSON)))
		return is & ~(uint32_t)(POS_BASE | POS_THIRD | POS_PAST);
	if (before & (POS_MODAL | POS_DO | POS_SUBJECT | POS_NOT))
		return is & ~noun;
	if ((before & POS_PREP) && !(before & (POS_ADV | POS_SUBORD)))
		return is & ~(uint32_t)(POS_THIRD | POS_PAST | POS_BASE);
	return is;
}

static inline uint32_t
narrow(uint32_t is, uint32_t before)
{
	return is & POS_VERB ? narrow_verb(is, before) : is;
}

/* "clients", but not "class": does a word that no list has end as a plural does? */
static bool
is_plural(struct slice text, const struct token *t)
{
	struct slice w = token_text(text, t);

	return slice_ends(w, "s") && !slice_ends(w, "ss");
}

/* Narrows what the word t[i] may be behind "to", with those before it in out, and what the list has of those behind it. */
static uint32_t
behind_to(const struct pos *p, struct slice text, const struct token *t, size_t n, size_t i, uint32_t is, const struct pos_word *out)
{
	if (i > 1 && has_key(p, out[i - 2], KEY(ACCORDING)))
		return narrow(is, POS_PREP);
	if (is & POS_BASE)
		return is & (POS_BASE | POS_ADV);
	/* "to mend the dam": an object stands behind an unknown word */
	if (is == POS_NOUN && !is_plural(text, &t[i]) && i + 1 < n && t[i + 1].kind == TOKEN_WORD &&
	    (out[i + 1].is & (POS_DET | POS_POSS | POS_OBJECT)))
		return POS_BASE;
	return narrow(is, out[i - 1].is);
}

bool
pos_tag(const struct pos *p, struct slice text, const struct token *t, size_t n, bool begins, bool title_case,
    struct pos_word *out)
{
	uint32_t before = 0, senses = 0;
	bool to = false;

	for (size_t i = 0; i < n; i++) {
		struct pos_word *w = &out[i];
		uint32_t is = w->is & ~(uint32_t)POS_NAME;
		uint64_t keys;

		if ((t[i].kind | (t[i].flags & TOKEN_CAPITAL)) == TOKEN_WORD) { /* most are words without a capital */
			if (w->is == 0)
				is = guess(p, text, &t[i]);
		} else if (t[i].kind == TOKEN_WORD) {
			is = capitalised(p, text, &t[i], w, begins || title_case, before);
		} else if (t[i].kind == TOKEN_CLITIC) {
			is = w->is | POS_CLITIC;
		} else {
			is = t[i].kind == TOKEN_NUMBER ? POS_NUMBER : 0;
			*w = (struct pos_word){ .is = is };
			if (is == 0) {
				before = 0;
				continue;
			}
		}
		begins = false;
		if (to || (is & (POS_VERB | POS_CLITIC))) {
			if ((is & POS_CLITIC) && (before & (POS_SUBJECT | POS_WH)))
				is |= POS_HAVE | POS_BE;
			else if (before != 0 && !(is & POS_CLITIC))
				is = to ? behind_to(p, text, t, n, i, is, out) : narrow(is, before);
		}
		keys = p->set[w->key] & (KEY(TO) | KEY(ANOTHER));
		to = (keys & KEY(TO)) && (t[i].flags & TOKEN_CAPITAL) == 0; /* "Pledge To Talks" */
		before = keys & KEY(ANOTHER) ? 0 : is;                       /* "another said", "another warned driver" */
		senses |= w->sense;
		w->is = is;
	}
	return senses != 0;
}
