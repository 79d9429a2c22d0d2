/* The words to the left of a cue, and what goes on behind it. */
#include "quote_parts.h"

static bool
kind(const struct para *p, size_t i, size_t b, enum unit_kind k)
{
	return i < b && p->unit[i].kind == k;
}

/* Adds a second part to the quotation that was added last. */
static void
add_part(struct para *p, const struct use *use, size_t from, size_t to, enum rule rule)
{
	uint32_t group = p->q->groups;
	struct found *f = quote_add(p, use, from, to, rule);

	if (f != NULL)
		f->group = p->q->groups = group;
}

/* "said the mayor of Hamar, Anna Berg": is whom the description at i describes named behind the comma at end? */
static bool
is_named(const struct para *p, size_t i, size_t end, size_t b)
{
	size_t k = end + 1;

	while (k < b && unit_has(p, k, POS_NAME))
		k++;
	return (unit_has(p, i, POS_DET | POS_POSS) || !unit_has(p, end - 1, POS_NAME)) && k > end + 1 && (k == b || p->unit[k].kind != UNIT_WORD || unit_has(p, k, POS_TIME | POS_PREP));
}

size_t
quote_mention_end(const struct para *p, size_t i, size_t b)
{
	size_t end = phrase_whole(p, i, b);

	while (end > i && end + 1 < b && p->unit[end].kind == UNIT_COMMA &&
	    (unit_has(p, end + 1, POS_DET | POS_PERSON | POS_TITLE | POS_ADJ | POS_NOUN) || unit_is(p, end + 1, KEY(WHO)) || is_named(p, i, end, b)) &&
	    !unit_has(p, end + 1, POS_ING | POS_TIME | POS_SUBORD) && !unit_is(p, end + 1, KEY(QUANTITY))) {
		size_t k = end + 1;
		bool relative = unit_is(p, k, KEY(WHO));

		/* "the coast guard, which said that ..." reports again */
		if (unit_has(p, k, POS_WH) && k + 1 < b && p->unit[k + 1].sense != 0)
			return end;
		while (k < b && p->unit[k].kind == UNIT_WORD && (relative || !unit_has(p, k, POS_TIME)))
			k++;
		k -= k < b && unit_has(p, k, POS_TIME) && unit_has(p, k - 1, POS_PREP); /* "on Monday" */
		if (k < b && p->unit[k].kind == UNIT_QUOTE)
			return end;
		end = k;
	}
	return end;
}

bool
quote_in_source(const struct para *p, size_t i, size_t b)
{
	size_t end = i + 1 < b && unit_is(p, i, KEY(IN) | KEY(AT)) && unit_has(p, i + 1, POS_DET | POS_POSS) ? phrase_right(p, i + 1, b) : 0;

	return end > i + 1 && unit_has(p, end - 1, POS_SOURCE) && !unit_is(p, end - 1, KEY(FORUM));
}

/* “...”, – noted in the ministry, “...”, – is said in the message: words in marks, and behind the verb where they were said. */
static bool
placed(const struct para *p, struct use *use)
{
	size_t before = use->start;

	if (!(use->cue->frames & FRAME_QUOTE) || !(use->form & POS_PART) || use->infinitive || before == 0 || !quote_in_source(p, use->end, use->b))
		return false;
	while (before > 1 && use->start - before < 2 && (p->unit[before - 1].kind == UNIT_COMMA || p->unit[before - 1].kind == UNIT_DASH))
		before--;
	if (p->unit[before - 1].kind != UNIT_QUOTE)
		return false;
	use->who = use->end + 1;
	use->who_end = quote_mention_end(p, use->who, use->b);
	return true;
}

/* "“...,” said X": the verb stands first, a speaker behind it, and nothing that he is reported to do. */
static bool
inverted(const struct para *p, struct use *use)
{
	/* "teilte Berg mit" */
	size_t before = use->start, behind = use->cue->frames & FRAME_APART ? use->verb + 1 : use->end, np;

	if (!(use->cue->frames & FRAME_QUOTE) || (use->cue->frames & FRAME_HEARER) || !(use->form & (POS_FINITE | POS_BASE)) || use->infinitive ||
	    ((use->cue->frames & FRAME_OBJ) && use->who < use->who_end) || use->passive || before == 0 ||
	    behind >= p->n || behind >= use->b)
		return false;
	/* “Baba” urged them to go: a nickname acts, and nobody speaks */
	if (p->unit[before - 1].kind == UNIT_QUOTE && (use->cue->frames & FRAME_OBJ) && unit_marked(p, before - 1)->words < 3 && !(unit_marked(p, before - 1)->flags & MARKED_ENDED))
		return false;
	if (p->unit[before - 1].kind != UNIT_QUOTE && p->unit[before - 1].kind != UNIT_COMMA && p->unit[before - 1].kind != UNIT_DASH)
		return false;
	if (!unit_has(p, behind, POS_NOMINAL | POS_DET | POS_POSS | POS_ADJ | POS_SUBJECT | POS_NUMBER) || unit_has(p, behind, POS_THAT) ||
	    unit_has(p, behind, POS_TIME) || unit_is(p, behind, KEY(IT))) /* "Berg remembers it well" */
		return false;
	np = phrase_right(p, behind, use->b);
	if (np == behind || (np < use->b && unit_has(p, np, POS_FINITE | POS_AUX) && !unit_has(p, np, POS_PART | POS_CLITIC)))
		return false;
	if (unit_has(p, np - 1, POS_CLITIC) && !unit_has(p, np - 2, POS_NAME)) /* but "said Moody's" */
		return false;
	/* "Dam is safe, says Berg", but not "Berg quits, says job done" */
	if (p->role == ROLE_TITLE && p->unit[before - 1].kind != UNIT_QUOTE && np < use->b && p->unit[np].kind != UNIT_STOP)
		return false;
	use->who = behind;
	use->who_end = quote_mention_end(p, behind, use->b);
	if (behind < use->end && use->who_end >= use->end)
		use->who_end = use->end - 1;
	return true;
}

/* Where the words to the left begin, which end before unit `end`. */
static size_t
left_start(const struct para *p, const struct use *use, size_t end)
{
	size_t a = use->a;

	if (p->unit[end - 1].kind == UNIT_QUOTE && (end - 1 <= a || (p->unit[end - 2].kind != UNIT_WORD &&
	    (unit_marked(p, end - 1)->flags & MARKED_CAPITAL)) || (unit_marked(p, end - 1)->words > 8 && (unit_marked(p, end - 1)->flags & MARKED_CAPITAL))))
		return end - 1;
	for (size_t k = end; k > a; k--)
		if (p->unit[k - 1].kind == UNIT_SEMI)
			a = k;
	while (a < end && unit_has(p, a, POS_COORD))
		a++;
	return a;
}

/* “Will it hold?” he asked. “No,” she said: has the quotation at unit i a cue of its own behind it? */
static bool
attributed(const struct para *p, size_t i)
{
	return (unit_marked(p, i)->flags & MARKED_COMMA) || (i + 1 < p->n && p->unit[i + 1].kind == UNIT_WORD && !(p->unit[i + 1].flags & UNIT_FIRST));
}

/* Does nothing but a time stand behind the comma at unit i: ", on Monday."? */
static bool
only_when(const struct para *p, size_t i, size_t b)
{
	size_t k = phrase_adverbs(p, i + 1, b);

	return k > i + 1 && unit_has(p, k - 1, POS_TIME) && (k >= b || p->unit[k].kind != UNIT_WORD);
}

/* "Take the phone away, Berg advises": does a sentence begin at unit a with what is told to do? */
static bool
imperative(const struct para *p, size_t a)
{
	return (p->unit[a].flags & UNIT_FIRST) && unit_has(p, a, POS_BASE) && !unit_has(p, a, POS_PERSON | POS_TITLE | POS_PREP | POS_SUBORD | POS_ADJ | POS_ADV | POS_TIME | POS_DET);
}

/* Adds what goes on behind a cue that stands between: "..., he said, ...".  Behind "..., he said, citing ..." it is the
 * reporter who goes on. */
static void
split(struct para *p, const struct use *use, size_t after, bool quoted)
{
	size_t i = phrase_adverbs(p, after, use->b), k;

	if (i >= p->n)
		return;
	if (quoted && i + 1 < p->n && (p->unit[i].kind == UNIT_COMMA || p->unit[i].kind == UNIT_COLON || p->unit[i].kind == UNIT_DASH ||
	    (p->unit[i].kind == UNIT_STOP && !attributed(p, i + 1))) && p->unit[i + 1].kind == UNIT_QUOTE && !phrase_work(p, i + 1))
		add_part(p, use, i + 1, i + 2, p->unit[i].kind == UNIT_STOP ? RULE_AFTER : RULE_SPLIT);
	else if (quoted && (k = phrase_inserted(p, i, use->b)) > i && p->unit[k].kind == UNIT_QUOTE && p->unit[i + 1].sense == 0) /* “...,” he said, rising, “...” */
		add_part(p, use, k, k + 1, RULE_SPLIT);
	else if (quoted && p->unit[i].kind == UNIT_QUOTE && !phrase_programme(p, after, i))
		add_part(p, use, i, i + 1, RULE_SPLIT);
	else if (!quoted && i + 1 < use->b && (p->unit[i].kind == UNIT_COMMA || p->unit[i].kind == UNIT_DASH) && (!phrase_reporter(p, i, use->b) || unit_is(p, i + 1, KEY(WHILE))) &&
	    !(unit_has(p, i + 1, POS_ING) && p->unit[i + 1].sense != 0) && !only_when(p, i, use->b))
		add_part(p, use, i + 1, phrase_clause_end(p, i + 1, use->b, false), RULE_INSERTED);
}

/* Does nothing that could be reported stand behind the cue? */
static bool
nothing_behind(const struct para *p, size_t i, size_t b)
{
	i = phrase_adverbs(p, i, b);
	return i >= b || p->unit[i].kind == UNIT_STOP || p->unit[i].kind == UNIT_COMMA || p->unit[i].kind == UNIT_DASH ||
	    p->unit[i].kind == UNIT_SEMI || unit_has(p, i, POS_SUBORD | POS_COORD | POS_PREP) || p->unit[i].kind == UNIT_OTHER;
}

/* "Lund said at a press conference, “...”": do adverbials lead to words in marks? */
static bool
leads_to_quotation(const struct para *p, size_t i, size_t b)
{
	i = phrase_adverbs(p, i, b);
	if (i < b && (p->unit[i].kind == UNIT_COMMA || p->unit[i].kind == UNIT_COLON))
		i++;
	return i < b && p->unit[i].kind == UNIT_QUOTE &&
	    (unit_marked(p, i)->words > 3 || (unit_marked(p, i)->flags & (MARKED_CAPITAL | MARKED_ENDED)) == (MARKED_CAPITAL | MARKED_ENDED));
}

/* Can [a, end) be a clause that is reported?  Not where it only leads up to one: "Weighing in," "After he left," */
static bool
left_clause(const struct para *p, size_t a, size_t end)
{
	size_t behind = phrase_adverbs(p, a, end);

	if (!unit_has(p, a, POS_SUBORD | POS_ING | POS_PART | POS_PREP) || unit_has(p, a, POS_DET | POS_NOMINAL | POS_POSS))
		return true;
	/* "Raising taxes would be wrong", "Whether it holds is up to them" */
	if (unit_is(p, a, KEY(WHETHER)) || (unit_has(p, a, POS_ING) && p->unit[a].sense == 0 && phrase_opens_clause(p, a, end)))
		return true;
	if (behind > a && phrase_opens_clause(p, behind, end))
		return true;
	while (a < end && p->unit[a].kind == UNIT_WORD)
		a++;
	return a < end;
}

/* ", as Berg noted", "As Berg put it, ...", "As reported by Berg, ...": the main clause is what he said. */
static bool
as_said(struct para *p, const struct use *use)
{
	size_t as = use->passive ? use->start : use->who, behind = use->passive ? use->after : use->end, i;

	if (use->who == use->who_end || as <= use->a || !unit_is(p, as - 1, KEY(AS)) || !(use->form & (POS_FINITE | POS_BASE | POS_PART)) ||
	    !(use->cue->frames & FRAME_QUOTE))
		return false;
	as--;
	i = phrase_adverbs(p, behind, use->b);
	if (as > use->a && p->unit[as - 1].kind == UNIT_COMMA && nothing_behind(p, behind, use->b) && phrase_finite(p, use->a, as))
		return quote_add(p, use, use->a, as - 1, RULE_AS_X_SAID) != NULL;
	/* "Its hero, as Berg put it, is “a fool”" */
	if (as > use->a + 1 && p->unit[as - 1].kind == UNIT_COMMA && i + 1 < use->b && p->unit[i].kind == UNIT_COMMA && unit_has(p, i + 1, POS_FINITE | POS_AUX) && quote_add(p, use, use->a, as - 1, RULE_AS_X_SAID) != NULL) {
		add_part(p, use, i + 1, phrase_clause_end(p, i + 1, use->b, false), RULE_INSERTED);
		return true;
	}
	if (as == use->a && i + 1 < use->b && p->unit[i].kind == UNIT_COMMA && phrase_opens_clause(p, i + 1, use->b))
		return quote_add(p, use, i + 1, phrase_clause_end(p, i + 1, use->b, false), RULE_AS_X_SAID) != NULL;
	return false;
}

/* “It leaks” is how Berg put it, “It leaks” was all that Berg would say. */
static bool
equated(struct para *p, const struct use *given)
{
	struct use use = *given;
	size_t how = use.who, mark;

	if (use.who == use.who_end || how <= use.a)
		return false;
	use.who += unit_has(p, how, POS_THAT) || unit_is(p, how, KEY(HOW));
	how -= !unit_is(p, how, KEY(HOW));
	mark = unit_is(p, how, KEY(HOW)) ? phrase_equated(p, how) : p->n;
	return mark < p->n && quote_add(p, &use, mark, mark + 1, RULE_BESIDE) != NULL;
}

/* "But, he said, “there was a plan.”": words in marks that begin small go on with the fragment before the cue. */
static bool
fragment(struct para *p, const struct use *use, size_t end, size_t after)
{
	size_t i = phrase_adverbs(p, after, use->b);

	if (end <= use->a || p->unit[end].kind != UNIT_COMMA || p->unit[end - 1].kind == UNIT_QUOTE || i + 1 >= use->b ||
	    p->unit[i].kind != UNIT_COMMA || p->unit[i + 1].kind != UNIT_QUOTE || (unit_marked(p, i + 1)->flags & MARKED_CAPITAL))
		return false;
	if (quote_add(p, use, use->a, end, RULE_INSERTED) == NULL)
		return false;
	add_part(p, use, i + 1, i + 2, RULE_SPLIT);
	return true;
}

bool
quote_left(struct para *p, const struct use *given)
{
	struct use use = *given;
	bool turned = inverted(p, &use) || placed(p, &use), quoted;
	size_t first = turned ? use.start : use.quoter > 0 ? use.quoter : use.who, after, from, end;
	struct found *f;

	if (!turned && (equated(p, &use) || as_said(p, &use)))
		return true;
	if (p->headline && (use.cue->frames & FRAME_HEARER) && (use.form & (POS_PAST | POS_PART)) && nothing_behind(p, use.end, use.b)) /* "Dam leaked, court told" */
		use.told = true;
	if (!(use.cue->frames & (FRAME_QUOTE | FRAME_THAT)) || (use.participle && use.quoter == 0) || use.relative || use.infinitive || (use.passive && !turned && !use.told && !(use.cue->frames & FRAME_PASSIVE)) ||
	    use.who == use.who_end || first == 0)
		return false;
	end = first;
	while (end > use.a && first - end < 2 && (p->unit[end - 1].kind == UNIT_COMMA || p->unit[end - 1].kind == UNIT_DASH)) /* «...», – said Berg */
		end--;
	after = turned && use.who_end > use.end ? use.who_end : use.end;
	if (!turned && (use.cue->frames & FRAME_OBJ))
		after = phrase_whole(p, after, use.b);
	if (end == 0 || (end == first && p->unit[end - 1].kind != UNIT_QUOTE) || (end <= use.a && p->unit[end - 1].kind != UNIT_QUOTE))
		return false;
	quoted = p->unit[end - 1].kind == UNIT_QUOTE;
	/* "On Channel 4’s “Good Morning,” Berg said": a title */
	if (quoted && phrase_work(p, end - 1))
		return false;
	if (quoted && end > use.a + 1 && p->unit[end - 2].kind == UNIT_WORD && !phrase_finite(p, use.a, end - unit_has(p, use.a, POS_PREP)))
		return false;
	if (end <= use.a && !nothing_behind(p, after, use.b))
		return false;
	if (!quoted && turned && !unit_has(p, phrase_right(p, use.who, use.b) - 1, POS_NAME | POS_PERSON | POS_SUBJECT | (p->headline ? POS_SOURCE : 0)))
		return false;
	if (!quoted && leads_to_quotation(p, after, use.b))
		return fragment(p, &use, end, after);
	if (!quoted && !left_clause(p, use.a, end) && (!kind(p, after, use.b, UNIT_COMMA) || (after + 1 < use.b && unit_has(p, after + 1, POS_ING) && p->unit[after + 1].sense != 0)))
		return false;
	if (!quoted && (!((use.cue->frames & (FRAME_THAT | FRAME_THAT_ONLY)) || ((use.cue->frames & FRAME_WH) && unit_has(p, use.a, POS_WH))) || !nothing_behind(p, after, use.b) ||
	    !(phrase_finite(p, use.a, end) || imperative(p, use.a) || (turned && (end > use.a + 4 || p->unit[use.a].kind == UNIT_QUOTE)) || (kind(p, after, use.b, UNIT_COMMA) && phrase_finite(p, after, use.b)))))
		return false;
	if (quoted && kind(p, after, use.b, UNIT_WORD) && unit_has(p, after, POS_THAT))
		return false;
	from = left_start(p, &use, end);
	f = quote_add(p, &use, from, end, quoted ? turned ? RULE_QUOTE_SAID_X : RULE_QUOTE_X_SAID :
	    turned ? RULE_CLAUSE_SAID_X : RULE_CLAUSE_X_SAID);
	if (f != NULL)
		split(p, &use, after, quoted);
	return f != NULL;
}
