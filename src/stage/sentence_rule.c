#include "sentence_rule.h"

#include "ascii.h"
#include "sentence_evidence.h"
#include "utf8.h"

enum {
	NAME_MAX = 4,    /* words of a name and the verb behind it */
	WORD_LEAST = 4,  /* bytes of a word that the document may tell of */
	CLIPPED_MAX = 5, /* letters of an abbreviation that no list knows */
	FRONT_MAX = 8    /* marks and white space before a sentence's first word */
};

/* Bits: the low bits of a e i o u y. */
#define VOWELS (1u << 1 | 1u << 5 | 1u << 9 | 1u << 15 | 1u << 21 | 1u << 25)

/* What the letters of a word are. */
struct letters {
	size_t count, upper, lower, digits, other;
	bool first_upper, vowel;
};

static struct letters
letters_of(struct slice text, size_t i, size_t end)
{
	struct letters l = { 0 };
	size_t len;

	for (; i < end; i += len) {
		uint32_t code = utf8_at(text, i, &len);

		if (code - 'a' < 26) {
			l.lower++;
		} else if (utf8_is_upper(code)) {
			l.first_upper |= l.count == 0;
			l.upper++;
		} else if (utf8_is_lower(code)) {
			l.lower++;
		} else if (utf8_is_digit(code)) {
			l.digits++;
		} else {
			l.other++;
		}
		l.count++;
		l.vowel |= code >= 0x80 || (code >= 'A' && (VOWELS >> (code & 31) & 1) != 0);
	}
	return l;
}

static unsigned
classes_of(const struct stop_place *p, size_t start, size_t end)
{
	return words_find(p->words, slice_sub(p->text, start, end), p->scratch);
}

static size_t
next_end(const struct stop *s, const struct stop_place *p)
{
	return stop_word_end(p->text, s->next_word, p->end);
}

/* Is the next word a function word? */
static bool
starts(const struct stop *s, const struct stop_place *p)
{
	return (classes_of(p, s->next_word, next_end(s, p)) & WORD_START) != 0;
}

/* Is the next word small elsewhere in the document, and nowhere a name, so that its capital begins a sentence?  Only where a
 * small word follows it: "It has vitamin C. Doctors advise it." */
static bool
is_small_elsewhere(const struct stop *s, const struct stop_place *p)
{
	size_t end = next_end(s, p), len;
	struct evidence e;

	if (s->next != NEXT_UPPER || end - s->next_word < WORD_LEAST || end + 1 >= p->end || p->text.at[end] != ' ' ||
	    !utf8_is_lower(utf8_at(p->text, end + 1, &len)))
		return false;
	e = evidence_of(p->text, slice_sub(p->text, s->next_word, end), p->evidence);
	return e.small && !e.inside;
}

static bool
begins(const struct stop *s, const struct stop_place *p)
{
	return starts(s, p) || is_small_elsewhere(s, p);
}

bool
stop_is_front(const struct stop_place *p, size_t word)
{
	size_t i = p->from, len, n;

	for (n = 0; n < FRONT_MAX && i < word; n++, i += len)
		if (stop_mark(p->text, i, &len) == MARK_NO && (len = stop_space(p->text, i)) == 0)
			return false;
	return i >= word;
}

bool
stop_is_small(const struct stop_place *p, size_t i)
{
	size_t word = stop_word(p->text, p->from, i - 1), len;

	return word < i - 1 && utf8_is_lower(utf8_at(p->text, word, &len));
}

/* Does a dash stand free before the space before text[i], behind a small word: "I never — We did"?  Not that of a dateline. */
static bool
breaks_off(const struct stop_place *p, size_t i)
{
	size_t at = i - 1, word, len;

	utf8_before(p->text, at, &len);
	at -= len;
	if (stop_mark(p->text, at, &len) != MARK_DASH || at <= p->from + 1 || p->text.at[at - 1] != ' ')
		return false;
	word = stop_word(p->text, p->from, at - 1);
	return word < at - 1 && utf8_is_lower(utf8_at(p->text, word, &len));
}

bool
stop_runs_in(const struct stop_place *p, size_t i)
{
	struct slice text = p->text;
	size_t end = stop_word_end(text, i, p->end), word, len;
	unsigned classes;

	if (end + 1 >= p->end || text.at[end] != ' ' || !utf8_is_lower(utf8_at(text, end + 1, &len)))
		return false;
	if (end - i > 1 && ascii_capital(text.at[i + 1]))
		return false;
	classes = classes_of(p, i, end);
	if (!(classes & WORD_START) || classes & WORD_CAPITAL)
		return false;
	if (end - i > 1 && breaks_off(p, i))
		return true;
	if (!(classes & WORD_HEAD) && (end - i == 1 || (text.at[i - 2] != ';' && !stop_is_small(p, i))))
		return false;
	if (text.at[i - 2] == ';')
		return true;
	word = stop_word(text, p->from, i - 1);
	return word < i - 1 && !(classes_of(p, word, i - 1) & (WORD_START | WORD_FUNCTION));
}

/* Does a verb of saying stand within three capital words from the next one on?  "Why?" John Smith asked. */
static bool
attributed(const struct stop *s, const struct stop_place *p)
{
	size_t i = s->next_word, end = next_end(s, p), n, len;

	if (starts(s, p))
		return false;
	for (n = 0; n < NAME_MAX && end > i; n++) {
		if (n > 0 && classes_of(p, i, end) & WORD_CUE)
			return true;
		if (!utf8_is_upper(utf8_at(p->text, i, &len)) || end >= p->end || stop_space(p->text, end) == 0)
			return false;
		i = end + stop_space(p->text, end);
		end = stop_word_end(p->text, i, p->end);
	}
	return false;
}

/* "at noon.The": no space behind the stop, though a sentence ends.  Not "example.com", "Booking.Com", "Node.Js". */
static bool
space_is_missing(const struct stop *s, const struct stop_place *p)
{
	struct letters before = letters_of(p->text, s->word, s->at);
	struct letters next = letters_of(p->text, s->next_word, next_end(s, p));

	if (s->flags & STOP_QUOTED)
		return s->next == NEXT_UPPER && s->end > s->past;
	if (s->next != NEXT_UPPER || s->kind == STOP_ELLIPSIS || s->begin != s->next_word || s->flags & STOP_BRACKETED)
		return false;
	if (s->classes & WORD_ABBREVIATION || before.count < 2 || before.lower + before.digits + before.first_upper < before.count)
		return false;
	if (before.first_upper && !(starts(s, p) && before.count > 3))
		return false;
	if (s->word > p->start && stop_space(p->text, s->word - 1) == 0)
		return false;
	if (next_end(s, p) < p->end && strchr("./@:_", p->text.at[next_end(s, p)]) != NULL)
		return false;
	return next.lower + next.other + 1 == next.count && (starts(s, p) || next.count > 4);
}

/* The next word is small. */
static bool
ends_before_small(const struct stop *s, const struct stop_place *p)
{
	struct letters before = letters_of(p->text, s->word, s->at);

	if (s->flags & (STOP_QUOTED | STOP_BRACKETED) || s->kind == STOP_ELLIPSIS || p->in_bracket)
		return false;
	if (s->flags & STOP_DASHED)
		return false;
	if (s->kind == STOP_ASK)
		return !before.first_upper || stop_is_front(p, s->word);
	if (s->classes & WORD_ABBREVIATION)
		return false;
	return before.lower == before.count && (before.count > 3 || classes_of(p, s->word, s->at) & (WORD_START | WORD_FUNCTION));
}

/* Omission dots: three that stand free join; a stop with three behind it leaves them to the next sentence. */
static bool
ends_at_dots(struct stop *s, const struct stop_place *p)
{
	size_t i, dots = 0, spaces = 0;

	for (i = s->at; i < s->past; i++)
		*(p->text.at[i] == '.' ? &dots : &spaces) += 1;
	if (spaces == 0 || dots == 0)
		return true;
	if (s->flags & STOP_GAP)
		return dots > 3;
	if (dots == 4 && p->text.at[s->at + 1] == ' ' && s->end == s->past) {
		s->past = s->end = s->at + 1;
		s->begin = s->at + 2;
	}
	return true;
}

/* A single letter, or letters with stops between them: J. | U.S. | e.g. */
static bool
is_initials(const struct stop *s, const struct stop_place *p)
{
	size_t i, len;
	bool letter = false;

	for (i = s->word; i < s->at; i += len) {
		uint32_t code = utf8_at(p->text, i, &len);

		if (code == '-' || (code == '.' && letter))
			letter = false;
		else if (letter || !utf8_is_letter(code))
			return false;
		else
			letter = true;
	}
	return letter;
}

/* "for 30 min. Mrs. Brandt", not "the Min. of Health". */
static bool
stands_behind_number(const struct stop *s, const struct stop_place *p)
{
	size_t space = s->word > p->from ? stop_space_before(p->text, s->word) : 0, i = s->word - space;

	return space > 0 && i > p->from && ascii_digit(p->text.at[i - 1]);
}

/* Is the small abbreviation before the stop a word of the document, too?  "She loves art. The museum", not "art. 5". */
static bool
is_plain_elsewhere(const struct stop *s, const struct stop_place *p)
{
	size_t len;

	return utf8_is_lower(utf8_at(p->text, s->word, &len)) &&
	    evidence_of(p->text, slice_sub(p->text, s->word, s->at), p->evidence).plain;
}

/* Does the short word before the stop keep it elsewhere where the sentence goes on, so that it is an abbreviation that no
 * list knows?  "Supr. Lowe", behind "the supr. of schools". */
static bool
is_joined_elsewhere(const struct stop *s, const struct stop_place *p)
{
	char last = p->text.at[s->at - 1];

	if ((last >= 'a' && (VOWELS >> (last & 31) & 1) != 0) || starts(s, p))
		return false;
	return evidence_joins(p->text, slice_sub(p->text, s->word, s->at), p->evidence);
}

/* "At 9 a.m. Mrs. Brandt sailed", "In Oct. Reck left": the time opens the sentence. */
static bool
is_opening_time(const struct stop *s, const struct stop_place *p)
{
	size_t i, spaces = 0;

	for (i = p->from; i < s->word; i++)
		spaces += p->text.at[i] == ' ';
	return spaces <= 2 && s->word - p->from < 16;
}

static bool
ends_at_abbreviation(const struct stop *s, const struct stop_place *p)
{
	if (s->classes & WORD_UNIT && s->next == NEXT_UPPER && stands_behind_number(s, p))
		return !is_opening_time(s, p);
	if (s->classes & WORD_JOIN)
		return s->next == NEXT_UPPER && is_plain_elsewhere(s, p) && begins(s, p);
	if (s->classes & WORD_NUMBER && s->next == NEXT_DIGIT)
		return false;
	if (s->classes & WORD_MONTH && s->next == NEXT_UPPER && is_opening_time(s, p) && !starts(s, p))
		return false;
	if (s->classes & WORD_TIME)
		return s->next == NEXT_UPPER && !(classes_of(p, s->next_word, next_end(s, p)) & WORD_DAY) && !is_opening_time(s, p);
	if (s->classes & WORD_END)
		return s->next != NEXT_MARK || s->flags & STOP_OPENED;
	if (s->classes & WORD_NAME)
		return s->next == NEXT_UPPER && (starts(s, p) || (!is_initials(s, p) && is_small_elsewhere(s, p)));
	return true;
}

/* "3." */
static bool
ends_at_number(const struct stop *s, const struct stop_place *p, const struct letters *before)
{
	if (stop_is_front(p, s->word) && before->digits <= 3)
		return false;
	if (p->ordinals && before->digits <= 2)
		return starts(s, p);
	return true;
}

static bool
ends_at_full_stop(const struct stop *s, const struct stop_place *p)
{
	struct letters before = letters_of(p->text, s->word, s->at);

	if (before.count == 1 && before.digits == 0 && before.other == 0 && s->next == NEXT_UPPER && !begins(s, p) &&
	    (before.upper == 1 || !(s->classes & (WORD_END | WORD_UNIT))))
		return false;
	if (s->classes & WORD_ABBREVIATION)
		return !(s->flags & STOP_DASHED) && ends_at_abbreviation(s, p);
	if (s->flags & (STOP_QUOTED | STOP_BRACKETED) || before.count == 0)
		return true;
	if ((before.count == 1 || before.other > 0) && is_initials(s, p))
		return begins(s, p) && !stop_is_front(p, s->word);
	if (before.digits == before.count)
		return ends_at_number(s, p, &before);
	if (before.first_upper && !before.vowel && before.digits == 0 && before.lower > 0)
		return begins(s, p);
	return !(before.first_upper && before.count <= CLIPPED_MAX && s->next == NEXT_UPPER && before.upper == 1 && is_joined_elsewhere(s, p));
}

/* "[...]", "(!)": a bracket that holds nothing but stops. */
static bool
stands_in_bracket(const struct stop *s, const struct stop_place *p)
{
	char before = s->at > p->start ? p->text.at[s->at - 1] : ' ', behind = s->past < p->end ? p->text.at[s->past] : ' ';

	return (before == '(' || before == '[') && (behind == ')' || behind == ']');
}

/* "of minority rights. 4 Even though": a footnote's number, for a sentence that begins with a number does not go on with
 * a capital function word.  It belongs to the sentence that ends. */
static void
take_footnote(struct stop *s, const struct stop_place *p)
{
	size_t end = next_end(s, p), word = end + 1, len;
	unsigned classes;

	if (s->next != NEXT_DIGIT || s->begin != s->next_word || end - s->begin > 2 || word >= p->end ||
	    p->text.at[end] != ' ' || !utf8_is_upper(utf8_at(p->text, word, &len)))
		return;
	classes = classes_of(p, word, stop_word_end(p->text, word, p->end));
	if (!(classes & WORD_START) || classes & WORD_CAPITAL)
		return;
	s->end = end;
	s->begin = word;
}

/* "Yahoo! Inc.": the mark is the name's, and an abbreviation goes on with it. */
static bool
is_in_name(const struct stop *s, const struct stop_place *p)
{
	size_t end = next_end(s, p);

	return s->next == NEXT_UPPER && !(s->flags & STOP_QUOTED) && end < p->end && p->text.at[end] == '.' &&
	    letters_of(p->text, s->word, s->at).first_upper && (classes_of(p, s->next_word, end + 1) & WORD_NAME) != 0;
}

bool
stop_ends(struct stop *s, const struct stop_place *p)
{
	if (s->next == NEXT_NONE)
		return false;
	if (!(s->flags & STOP_SPACED))
		return space_is_missing(s, p);
	if (p->in_bracket)
		return false;
	if (s->next == NEXT_LOWER)
		return s->flags & STOP_BULLET || ends_before_small(s, p);
	if (s->next == NEXT_MARK && s->next_word < p->end && strchr(",;:)]}\xF0", p->text.at[s->next_word]) != NULL)
		return false; /* an emoji begins with F0 */
	if (stands_in_bracket(s, p))
		return false;
	if (s->kind == STOP_ASK)
		return !(s->flags & STOP_QUOTED && s->next == NEXT_UPPER && attributed(s, p)) && !is_in_name(s, p);
	if (s->kind == STOP_ELLIPSIS)
		return ends_at_dots(s, p);
	if (!ends_at_full_stop(s, p))
		return false;
	take_footnote(s, p);
	return true;
}
