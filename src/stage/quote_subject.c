/* The subject of a verb that may be a cue: over appositions, relative clauses and times, "Berg, a lawyer, on Monday said". */
#include "quote_relative.h"

/* Has the stretch [i, k) a finite verb of its own, outside of clauses that depend on it? */
static bool
has_verb(const struct para *p, size_t i, size_t k)
{
	bool phrase = unit_has(p, i, POS_PREP | POS_DET) && !unit_has(p, i, POS_SUBORD);
	size_t first = i;

	while (unit_within(p, first, k, POS_ADV))
		first++;
	for (size_t j = i; j < k && !unit_has(p, j, POS_WH); j++) {
		/* "asked if he knew" */
		if (j > i && unit_has(p, i, POS_PART) && unit_has(p, j, POS_SUBORD))
			return false;
		/* "in a statement signed by an aide", "a charity based in Hamar", "in a post published late on Monday" */
		if (phrase && unit_has(p, j, POS_PAST) && unit_within(p, j + 1, k, POS_PREP | POS_TIME | POS_ADV))
			continue;
		/* "since sacked" */
		if (j == first && j + 1 == k && unit_has(p, j, POS_PAST))
			continue;
		if (unit_has(p, j, POS_FINITE | POS_AUX) && !unit_has(p, j, POS_PART | POS_CLITIC | POS_NOMINAL))
			return true;
	}
	return false;
}

/* May the stretch [i, k) between commas be passed over on the way to the subject, and does it belong to the mention? */
static bool
interposed(const struct para *p, size_t i, size_t k, bool *mention)
{
	enum { LONGEST = 40 };

	if (i >= k || k - i > LONGEST || p->unit[i].kind != UNIT_WORD)
		return false;
	if (unit_has(p, i, POS_WH) || (unit_has(p, i, POS_COORD) && i + 1 < k && unit_is(p, i + 1, KEY(WHO)))) {
		*mention = true;
		return true;
	}
	if (has_verb(p, i, k))
		return false;
	if (unit_has(p, i, POS_COORD)) /* "but not Lund" */
		return unit_within(p, i + 1, k, POS_NOT);
	*mention = unit_has(p, i, POS_DET | POS_POSS | POS_NOMINAL | POS_ADJ) || unit_is(p, i, KEY(OF));
	return *mention || unit_has(p, i, POS_ADV | POS_PREP | POS_ING | POS_PART | POS_SUBORD | POS_TIME | POS_NOT);
}

/* Has the list the word at unit i, which the words before it made a past tense, as a participle, too?  "made", but not "came" */
static bool
can_be_participle(const struct para *p, size_t i)
{
	const struct unit *u = &p->unit[i];
	uint32_t is = pos_look(p->q->pos, slice_make(p->text.at + u->start, u->end - u->start)).is;

	return is == 0 || (is & POS_PART);
}

/* "published in", "posted", "representing": is unit i a participle that may tell of the noun before it? */
static bool
tells_of_noun(const struct para *p, size_t i)
{
	if (!unit_has(p, i, POS_PAST | POS_PART | POS_ING) || unit_has(p, i, POS_NOMINAL | POS_AUX) || unit_is(p, i, KEY(SAID)))
		return false;
	return unit_has(p, i, POS_ING) ? !unit_cues(p, i) : can_be_participle(p, i);
}

/* "a person briefed on the matter said", "a report published on Monday by the bank said", "a video posted online said": of the
 * phrase [who, end), behind a participle and a preposition, the start of the phrase that these tell of, where a clause begins
 * there; else who. */
static size_t
over_participle(const struct para *p, size_t a, size_t who, size_t end)
{
	bool adjective = who + 1 == end && unit_has(p, who, POS_ADJ) && !unit_has(p, who, POS_NOMINAL);
	size_t i = who, head;

	/* "the union representing the firefighters said" */
	if (i > a + 1 && unit_has(p, i - 1, POS_ING) && !unit_has(p, i - 1, POS_NOMINAL | POS_PREP | POS_SUBORD) &&
	    (!unit_has(p, i - 1, POS_ADJ) || unit_has(p, i, POS_DET | POS_POSS)) && !unit_cues(p, i - 1)) {
		i--;
		/* "the man accused of leading the gang said" */
		if (i > a + 2 && unit_has(p, i - 1, POS_PREP) && !unit_has(p, i - 1, POS_SUBORD) && tells_of_noun(p, i - 2))
			i -= 2;
		head = phrase_left(p, a, i);
		return head < i && unit_has(p, i - 1, POS_PERSON | POS_SOURCE | POS_NOUN) && quote_opens_subject(p, a, head, 0) ? head : who;
	}
	if (i <= a + 2 || (!adjective && (!unit_has(p, i - 1, POS_PREP) || unit_has(p, i - 1, POS_SUBORD))))
		return who;
	i -= !adjective;
	if (i > a + 2 && unit_has(p, i - 1, POS_TIME) && unit_has(p, i - 2, POS_PREP))
		i -= 2;
	if (!tells_of_noun(p, i - 1))
		return who;
	head = phrase_left(p, a, i - 1);
	return head < i - 1 && quote_opens_subject(p, a, head, 0) ? head : who;
}

/* Can the phrase [np, comma), before an apposition, be a subject: does nothing before it take it? */
static bool
before_apposition(const struct para *p, const struct use *use, size_t np, size_t comma)
{
	if (np >= comma)
		return false;
	if (np == use->a || (use->participle && unit_is(p, np - 1, KEY(WITH))))
		return true;
	if (p->unit[np - 1].kind == UNIT_COMMA)
		return unit_has(p, comma - 1, POS_NAME | POS_PERSON | POS_SOURCE);
	return !unit_has(p, np - 1, POS_PREP | POS_FINITE | POS_AUX | POS_ING);
}

/* The subject that ends in a comma: "Berg, a lawyer, said".  Its mention is [*who, *who_end). */
static bool
subject_over_commas(const struct para *p, struct use *use, size_t end)
{
	size_t comma = end - 1, mention_end = 0;
	bool found = false;

	for (int hops = 0; hops < 4; hops++) {
		size_t k = comma;
		bool mention = false;
		size_t np;

		while (k > use->a && p->unit[k - 1].kind != UNIT_COMMA && comma - k < 40)
			k--;
		if (k == use->a || p->unit[k - 1].kind != UNIT_COMMA || !interposed(p, k, comma, &mention))
			break;
		if (mention && mention_end == 0)
			mention_end = comma + (p->unit[comma].kind == UNIT_QUOTE);
		if (!mention)
			mention_end = 0;
		/* behind what ends in marks only a relative clause is passed over: “...,” said Berg */
		if (p->unit[comma].kind == UNIT_QUOTE && !unit_has(p, k, POS_WH))
			break;
		comma = k - 1;
		/* "59, of Ashton, Md., who": an age or a state is no name */
		if (comma > use->a + 2 && p->unit[comma - 2].kind == UNIT_COMMA &&
		    (unit_has(p, comma - 1, POS_NUMBER) || p->text.at[p->unit[comma - 1].end - 1] == '.'))
			continue;
		np = quote_over_relative(p, use->a, phrase_left(p, use->a, comma), comma);
		if (before_apposition(p, use, np, comma)) {
			found = true;
			use->who = np;
			use->who_end = mention_end != 0 ? mention_end : comma;
			/* “...,” one of the boys, Olaf, 11, said */
			k = np > use->a + 1 && p->unit[np - 1].kind == UNIT_COMMA ? phrase_left(p, use->a, np - 1) : 0;
			if (k > 0 && k < np - 1 && p->unit[k - 1].kind == UNIT_QUOTE)
				use->who = k;
			/* "Berg, the mayor of Hamar, who was there, said": the name before the apposition */
			if (np < use->a + 2 || !unit_has(p, np, POS_DET) || !unit_has(p, np - 2, POS_NAME))
				break;
		}
	}
	return found;
}

/* "The mayor of Hamar, told reporters that": all that stands before the verb is its subject, and a comma that should not be there. */
static void
subject_before_stray_comma(const struct para *p, struct use *use, size_t end)
{
	size_t who = phrase_left(p, use->a, end - 1), k = use->end;

	use->who = use->who_end = end;
	if (use->cue == NULL || who > use->a || who == end - 1 || !unit_first(p, who) || p->unit[end - 1].kind != UNIT_COMMA)
		return;
	if (use->cue->frames & FRAME_HEARER)
		k = phrase_whole(p, k, use->b);
	if (unit_has(p, end - 2, POS_NAME | POS_PERSON | POS_SOURCE) && unit_within(p, k, use->b, POS_THAT)) {
		use->who = who;
		use->who_end = end - 1;
	}
}

/* "Berg — a lawyer — said" */
static void
subject_over_dashes(const struct para *p, struct use *use, size_t end)
{
	enum { LONGEST = 40 };
	size_t k = end - 1, np;

	while (k > use->a && p->unit[k - 1].kind != UNIT_DASH && end - k < LONGEST)
		k--;
	if (k == use->a || p->unit[k - 1].kind != UNIT_DASH)
		return;
	np = phrase_left(p, use->a, k - 1);
	if (np < k - 1 && (np == use->a || p->unit[np - 1].kind == UNIT_COMMA)) {
		use->who = np;
		use->who_end = end - 1;
	}
}

/* "Anna Berg, his counterpart, who voiced": the mention reaches from the name to the pronoun. */
static void
relative(const struct para *p, struct use *use)
{
	size_t who = use->who, end = who;
	struct use outer = *use;

	if (end > use->a && (p->unit[end - 1].kind == UNIT_COMMA || p->unit[end - 1].kind == UNIT_DASH)) {
		end--;
		use->who = phrase_left(p, use->a, end);
		if (use->who == end)
			use->who = who;
		if (use->who < end && use->who > use->a && p->unit[use->who - 1].kind == UNIT_COMMA &&
		    !unit_has(p, end - 1, POS_NAME) && subject_over_commas(p, &outer, end + 1))
			use->who = outer.who;
	} else if (end > use->a) {
		use->who = phrase_left(p, use->a, end);
	}
	use->who_end = who + 1;
	use->relative = true;
}

/* "Berg on Wednesday announced", "she later that day said": where the subject ends, before a time that ends at end. */
static size_t
before_time(const struct para *p, size_t a, size_t end)
{
	size_t i = end;

	bool year = i > a + 2 && unit_has(p, i - 1, POS_NUMBER) && unit_is(p, i - 2, KEY(IN)) &&
	    p->unit[i - 1].end - p->unit[i - 1].start == 4 && p->text.at[p->unit[i - 1].start] <= '9';

	if (i <= a + 1 || !(year || unit_has(p, i - 1, POS_TIME)))
		return end;
	while (unit_follows(p, a, i, POS_TIME | POS_NUMBER))
		i--;
	while (end - i < 5 && unit_follows(p, a, i, POS_DET | POS_ADJ | POS_ADV) && !unit_has(p, i - 1, POS_NAME | POS_PERSON | POS_SUBJECT))
		i--;
	if (unit_follows(p, a, i, POS_PREP))
		i--;
	return i > a && (unit_has(p, i - 1, POS_NOMINAL | POS_SUBJECT) || p->unit[i - 1].kind == UNIT_COMMA) ? i : end;
}

/* “...,” Anna Berg, a clerk at the mill told the Gazette: the start of the name before an apposition that never closes; else
 * who, where the apposition begins. */
static size_t
over_open_apposition(const struct para *p, size_t a, size_t who)
{
	size_t name;

	if (who < a + 3 || p->unit[who - 1].kind != UNIT_COMMA || !unit_has(p, who, POS_DET) || !unit_has(p, who - 2, POS_NAME))
		return who;
	name = phrase_left(p, a, who - 1);
	if (name == who - 1 || name == a || p->unit[name - 1].kind != UNIT_QUOTE || !phrase_comma(p, name - 1))
		return who;
	return name;
}

/* The start of the name that a comma at unit i ends, with its age or apposition, "Berg, 48,"; i if there is none. */
static size_t
list_item(const struct para *p, size_t a, size_t i)
{
	enum { REACH = 12 };
	size_t k = i - 1;
	bool mention = false;

	while (k > a && i - k < REACH && p->unit[k].kind == UNIT_WORD)
		k--;
	if (k > a && p->unit[k].kind == UNIT_COMMA && unit_has(p, k - 1, POS_NAME) &&
	    (unit_has(p, i - 1, POS_NUMBER) || (interposed(p, k + 1, i, &mention) && mention && !unit_has(p, k + 1, POS_NAME))))
		i = k;
	return unit_has(p, i - 1, POS_NAME) && !unit_has(p, i - 1, POS_TIME) ? phrase_left(p, a, i) : i;
}

/* "Norway, Sweden and Denmark said", "Norway, Sweden, and Denmark said", "Lund, 54, and Berg, 48, said": the start of the list of
 * names that ends with the phrase [who, end), where a clause begins there; else who. */
static size_t
over_list(const struct para *p, size_t a, size_t who, size_t end)
{
	size_t i = who, first = who;

	while (i < end && !unit_is(p, i, KEY(AND)))
		i++;
	if (i == end && who > a + 2 && unit_is(p, who - 1, KEY(AND)))
		first = who - 1;
	else if (i == end)
		return who;
	while (first > a + 1 && p->unit[first - 1].kind == UNIT_COMMA && (i = list_item(p, a, first - 1)) < first - 1)
		first = i;
	return unit_has(p, who, POS_NAME) && unit_has(p, first, POS_NAME) && quote_opens_subject(p, a, first, POS_COORD) ? first : who;
}

static void
subject(const struct para *p, struct use *use)
{
	size_t end = before_time(p, use->a, use->start), adverb = end;

	use->who = use->who_end = end;
	if (end <= use->a || unit_first(p, end))
		return;
	/* "Berg, a lawyer, once said" */
	while (unit_follows(p, use->a, adverb, POS_ADV) && !unit_has(p, adverb - 1, POS_NOMINAL | POS_SUBJECT | POS_TIME))
		adverb--;
	if (adverb < end && adverb > use->a && p->unit[adverb - 1].kind == UNIT_COMMA)
		end = adverb;
	if (phrase_comma(p, end - 1)) {
		if (subject_over_commas(p, use, end))
			use->who = over_list(p, use->a, use->who, use->who_end);
		else
			subject_before_stray_comma(p, use, end);
		return;
	}
	if (p->unit[end - 1].kind == UNIT_DASH) {
		subject_over_dashes(p, use, end);
		return;
	}
	if ((unit_has(p, end - 1, POS_WH) && unit_has(p, end - 1, POS_SUBJECT | POS_DET)) ||
	    (end > use->a + 1 && end == use->start && unit_has(p, end - 1, POS_THAT) && quote_opens_relative(p, end - 1))) {
		use->who = end - 1;
		use->who_end = end;
		relative(p, use);
		return;
	}
	use->who = phrase_left(p, use->a, end);
	if (use->who == end && unit_has(p, end - 1, POS_DET | POS_SUBJECT) &&
	    !(unit_has(p, end - 1, POS_DET) && unit_follows(p, use->a, end - 1, POS_HAVE | POS_BE))) /* "have some credit cards" */
		use->who = end - 1;
	/* “...,” chairman, president and owner Anna Berg said */
	while (use->who > use->a + 2 && p->unit[use->who - 1].kind == UNIT_COMMA && unit_has(p, use->who - 2, POS_TITLE | POS_PERSON) &&
	    !unit_has(p, use->who - 2, POS_NAME) && unit_has(p, use->who, POS_TITLE | POS_PERSON) && p->unit[use->who - 3].kind != UNIT_WORD)
		use->who -= 2;
	/* "the boats that Berg said were sold" */
	if (use->who > use->a && use->who + 1 < end && unit_has(p, use->who, POS_THAT) && unit_has(p, use->who - 1, POS_NOMINAL))
		use->who++;
	use->who = quote_over_relative(p, use->a, over_open_apposition(p, use->a, use->who), use->start);
	if (use->who < end && (use->form & (POS_FINITE | POS_BASE | POS_PART)) && !unit_has(p, use->who, POS_SUBJECT))
		use->who = over_list(p, use->a, over_participle(p, use->a, use->who, end), end);
	use->who_end = end;
}

/* "with Berg warning that", "with Berg, the mayor, warning that": a participle has a subject of its own only behind "with". */
static void
subject_behind_with(const struct para *p, struct use *use)
{
	use->who = phrase_left(p, use->a, use->start);
	use->who_end = use->start;
	if (use->start > use->a && phrase_comma(p, use->start - 1))
		subject_over_commas(p, use, use->start);
	if (use->who == use->a || !unit_is(p, use->who - 1, KEY(WITH)))
		use->who = use->who_end;
}

bool
quote_subject(const struct para *p, size_t a, size_t start, size_t *who, size_t *end)
{
	struct use use = { .a = a, .b = p->n, .start = start };

	subject(p, &use);
	*who = use.who;
	*end = use.who_end;
	return use.who < use.who_end;
}

size_t
quote_head_told(const struct para *p, size_t a, size_t end)
{
	size_t phrase_end = before_time(p, a, end), who = phrase_left(p, a, phrase_end), head = over_participle(p, a, who, phrase_end);

	if (head == who)
		return 0;
	do
		head++;
	while (head < who && !tells_of_noun(p, head));
	return head;
}

void
quote_subject_of(const struct para *p, struct use *use)
{
	if (use->participle)
		subject_behind_with(p, use);
	else if (use->infinitive)
		use->who = use->who_end = use->start;
	else
		subject(p, use);
}
