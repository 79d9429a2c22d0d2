/* Tagging: what a word can be by itself, narrowed by the word before. */
#include "pos.h"

/* Endings of words that no list has, the first that fits. */
#define END(text, classes) { text, sizeof text - 1, classes }

static const struct { char end[8]; size_t len; uint32_t is; } suffixes[] = {
	END("ly", POS_ADV), END("ing", POS_ING | POS_NOUN), END("ed", POS_PAST | POS_PART),
	END("ous", POS_ADJ), END("ful", POS_ADJ), END("ive", POS_ADJ | POS_NOUN), END("able", POS_ADJ), END("ible", POS_ADJ),
	END("less", POS_ADJ), END("ish", POS_ADJ), END("ical", POS_ADJ), END("ional", POS_ADJ), END("ary", POS_ADJ | POS_NOUN),
	END("ist", POS_NOUN | POS_PERSON), END("ists", POS_NOUN | POS_PERSON), END("ian", POS_NOUN | POS_PERSON | POS_ADJ),
	END("ians", POS_NOUN | POS_PERSON), END("er", POS_NOUN | POS_PERSON), END("ers", POS_NOUN | POS_PERSON),
	END("or", POS_NOUN | POS_PERSON), END("ors", POS_NOUN | POS_PERSON), END("man", POS_NOUN | POS_PERSON),
	END("woman", POS_NOUN | POS_PERSON), END("men", POS_NOUN | POS_PERSON), END("ic", POS_ADJ | POS_NOUN)
};

static bool
ends(struct slice word, const char *suffix, size_t n)
{
	return word.len > n + 2 && word.at[word.len - 1] == suffix[n - 1] && memcmp(word.at + word.len - n, suffix, n) == 0;
}

static uint32_t
guess(struct slice word)
{
	for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++)
		if (ends(word, suffixes[i].end, suffixes[i].len))
			return suffixes[i].is;
	return POS_NOUN;
}

/* What a word can be by itself; first: a capital may be its sentence's. */
static struct pos_word
alone(const struct pos *p, struct slice text, const struct token *t, bool first)
{
	struct slice word = token_text(text, t);
	struct pos_word w = { 0 };
	uint32_t closed = POS_DET | POS_POSS | POS_PRONOUN | POS_PREP | POS_COORD | POS_SUBORD | POS_WH | POS_BE | POS_NOT;

	if (t->kind == TOKEN_NUMBER)
		return (struct pos_word){ .is = POS_NUMBER };
	if (t->kind != TOKEN_WORD && t->kind != TOKEN_CLITIC)
		return w;
	w = pos_look(p, word);
	if (t->kind == TOKEN_CLITIC) {
		w.is |= POS_CLITIC;
		return w;
	}
	/* "US" is no pronoun */
	if ((t->flags & TOKEN_UPPER) && (w.is & POS_OBJECT) && slice_is(word, "US"))
		return (struct pos_word){ .is = POS_NAME };
	if (!(t->flags & TOKEN_CAPITAL))
		w.is = w.is != 0 ? w.is : guess(word);
	else if (w.is == 0)
		w.is = POS_NAME;
	else if (!first && !(w.is & closed) && !(t->flags & TOKEN_UPPER))
		w = (struct pos_word){ .is = POS_NAME | (w.is & (POS_TITLE | POS_TIME | POS_PERSON | POS_SOURCE | POS_ADJ)) };
	return w;
}

/* Narrows verb or noun by the word before. */
static uint32_t
narrow(uint32_t is, uint32_t before)
{
	uint32_t verb = is & POS_VERB, noun = is & (POS_NOUN | POS_PERSON | POS_SOURCE | POS_NAME | POS_ADJ);

	if ((is & POS_PAST) && (is & POS_PART)) {
		if (before & POS_SUBJECT)
			is &= ~(uint32_t)POS_PART;
		else if (before & (POS_HAVE | POS_BE | POS_DET | POS_POSS | POS_CLITIC | POS_ING))
			is &= ~(uint32_t)POS_PAST;
		else if (before & (POS_SUBJECT | POS_NAME | POS_NOUN | POS_PERSON | POS_COORD | POS_TIME | POS_ADV))
			is &= ~(uint32_t)POS_PART;
	}
	if (!verb || !noun)
		return is;
	/* "some reports", but "some say" */
	if ((before & POS_DET) && (before & POS_SUBJECT))
		return is & ~(uint32_t)POS_THIRD;
	if ((before & (POS_DET | POS_POSS | POS_CLITIC)) && !(before & (POS_SUBJECT | POS_AUX)))
		return is & ~(uint32_t)(POS_BASE | POS_THIRD | POS_PAST);
	if (before & (POS_ADJ | POS_NUMBER) && !(before & (POS_NAME | POS_NOUN | POS_PERSON)))
		return is & ~(uint32_t)(POS_BASE | POS_THIRD | POS_PAST);
	if (before & (POS_MODAL | POS_DO | POS_SUBJECT | POS_NOT))
		return is & ~noun;
	if ((before & POS_PREP) && !(before & (POS_ADV | POS_SUBORD)))
		return is & ~(uint32_t)(POS_THIRD | POS_PAST | POS_BASE);
	return is;
}

/* "to mend the dam": does an object stand behind an unknown word? */
static bool
object_behind(const struct pos *p, struct slice text, const struct token *t, size_t n, size_t i)
{
	return i + 1 < n && t[i + 1].kind == TOKEN_WORD &&
	    (pos_look(p, token_text(text, &t[i + 1])).is & (POS_DET | POS_POSS | POS_OBJECT));
}

void
pos_tag(const struct pos *p, struct slice text, const struct token *t, size_t n, bool title_case,
    struct pos_word *out)
{
	uint32_t before = 0;
	bool first = true;

	for (size_t i = 0; i < n; i++) {
		if (out[i].is == POS_SKIP) {
			out[i].is = before = 0;
			first = false;
			continue;
		}
		out[i] = alone(p, text, &t[i], first || title_case);
		if ((out[i].is & POS_CLITIC) && (before & (POS_SUBJECT | POS_WH)))
			out[i].is |= POS_HAVE | POS_BE;
		if (out[i].is == 0)
			continue;
		first = false;
		if (before != 0 && !(out[i].is & POS_CLITIC)) {
			struct slice last = i > 0 ? token_text(text, &t[i - 1]) : slice_make("", 0);

			if (i > 1 && slice_is(last, "to") && slice_is(token_text(text, &t[i - 2]), "according"))
				out[i].is = narrow(out[i].is, POS_PREP);
			else if (i > 0 && slice_is(last, "to") && (out[i].is & POS_BASE))
				out[i].is &= POS_BASE | POS_ADV;
			else if (i > 0 && slice_is(last, "to") && out[i].is == POS_NOUN && object_behind(p, text, t, n, i))
				out[i].is = POS_BASE;
			else
				out[i].is = narrow(out[i].is, before);
		}
		before = out[i].is;
		if (i + 1 < n && (t[i + 1].kind == TOKEN_MARK || t[i + 1].kind == TOKEN_PUNCT || t[i + 1].kind == TOKEN_STOP))
			before = 0;
	}
}
