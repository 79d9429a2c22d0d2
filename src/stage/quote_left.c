/* The words to the left of a cue, and what goes on behind it. */
#include "quote_parts.h"

/* Adds a second part to the quotation that was added last. */
static void
add_part(struct para *p, const struct use *use, size_t from, size_t to, enum rule rule)
{
	uint32_t group = p->q->groups;
	struct found *f = quote_add(p, use, from, to, rule);

	if (f != NULL)
		f->group = p->q->groups = group;
}

/* Is the marked stretch at unit i the part of a quotation in marks that was added last? */
static bool
is_part(const struct para *p, size_t i)
{
	const struct found *f = p->q->nfound > 1 ? &p->q->found[p->q->nfound - 1] : NULL;

	if (f == NULL || f->rule != RULE_SPLIT || f[-1].rule == RULE_INSERTED)
		return false;
	return f->said.start >= p->unit[i].start && f->said.end <= p->unit[i].end;
}

/* Where the words to the left begin, which end before unit `end`: those in marks alone, if they are a sentence. */
static size_t
left_start(const struct para *p, const struct use *use, size_t end)
{
	enum { LONG = 8 };
	size_t a = use->a;

	if (p->unit[end - 1].kind == UNIT_QUOTE) {
		bool sentence = unit_marked_is(p, end - 1, MARKED_CAPITAL);

		if (end - 1 <= a || (sentence && (p->unit[end - 2].kind != UNIT_WORD || unit_marked(p, end - 1)->words > LONG)))
			return end - 1;
		if (p->unit[end - 2].kind == UNIT_DASH) /* "she left school at 14 – “the best decision,” she said" */
			return end - 1;
	}
	for (size_t k = end; k > a; k--)
		if (p->unit[k - 1].kind == UNIT_SEMI)
			a = k;
	while (unit_within(p, a, end, POS_COORD))
		a++;
	return a;
}

/* “Will it hold?” he asked. “No,” she said: has the quotation at unit i a cue of its own behind it? */
static bool
attributed(const struct para *p, size_t i)
{
	return unit_marked_is(p, i, MARKED_COMMA) || (unit_at(p, i + 1, p->n, UNIT_WORD) && !unit_first(p, i + 1));
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
	static const uint32_t other = POS_PERSON | POS_TITLE | POS_PREP | POS_SUBORD | POS_ADJ | POS_ADV | POS_TIME | POS_DET;

	return unit_first(p, a) && unit_has(p, a, POS_BASE) && !unit_has(p, a, other);
}

/* Do the units i and i + 1, a pause and words in marks, go on with what was said before? */
static bool
goes_on_in_marks(const struct para *p, size_t i)
{
	if (i + 1 >= p->n || p->unit[i + 1].kind != UNIT_QUOTE || phrase_work(p, i + 1))
		return false;
	return unit_pauses(p, i) || (p->unit[i].kind == UNIT_STOP && !attributed(p, i + 1));
}

/* "The dam, he said, is safe": do the words behind the comma or dash at unit i go on with what was said before? */
static bool
goes_on_in_words(const struct para *p, size_t i, size_t b)
{
	if (i + 1 >= b || (p->unit[i].kind != UNIT_COMMA && p->unit[i].kind != UNIT_DASH))
		return false;
	if (phrase_reporter(p, i, b) && !unit_is(p, i + 1, KEY(WHILE)))
		return false;
	return !(unit_has(p, i + 1, POS_ING) && unit_cues(p, i + 1)) && !only_when(p, i, b);
}

/* "said a clerk of the mill, former guard Anna Berg": of what goes on behind the comma at unit i and a speaker, where it begins; p->n
 * if nothing but an apposition does. */
static size_t
behind_speaker(const struct para *p, size_t i, size_t b)
{
	size_t k = i + 1;

	while (unit_within(p, k, b, POS_NAME)) /* "at the University of Ohio, Hamar, helps" */
		k++;
	if (k > i + 1 && unit_at(p, k, b, UNIT_COMMA))
		i = k;
	return phrase_finite(p, i + 1, phrase_clause_end(p, i + 1, b, false)) ? i : p->n;
}

/* Adds what goes on behind a cue that stands between: "..., he said, ...".  Behind "..., he said, citing ..." it is the
 * reporter who goes on. */
static void
split(struct para *p, const struct use *use, size_t after, bool quoted)
{
	size_t i = phrase_adverbs(p, after, use->b), k;

	if (!quoted && after > use->end && unit_at(p, i, use->b, UNIT_COMMA)) /* the speaker stands before it */
		i = behind_speaker(p, i, use->b);
	if (i >= p->n)
		return;
	if (!quoted) {
		if (goes_on_in_words(p, i, use->b))
			add_part(p, use, i + 1, phrase_clause_end(p, i + 1, use->b, false), RULE_INSERTED);
	} else if (goes_on_in_marks(p, i)) {
		add_part(p, use, i + 1, i + 2, p->unit[i].kind == UNIT_STOP ? RULE_AFTER : RULE_SPLIT);
	} else if ((k = phrase_inserted(p, i, use->b)) > i && p->unit[k].kind == UNIT_QUOTE && !unit_cues(p, i + 1)) {
		/* “...,” he said, rising, “...” */
		add_part(p, use, k, k + 1, RULE_SPLIT);
	} else if (p->unit[i].kind == UNIT_QUOTE && !phrase_programme(p, after, i)) {
		add_part(p, use, i, i + 1, RULE_SPLIT);
	}
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
	enum { SHORT = 3 };

	i = phrase_adverbs(p, i, b);
	i += unit_at(p, i, b, UNIT_COMMA) || unit_at(p, i, b, UNIT_COLON);
	return unit_at(p, i, b, UNIT_QUOTE) && (unit_marked(p, i)->words > SHORT || unit_marked_whole(p, i));
}

/* Can [a, end) be a clause that is reported?  Not where it only leads up to one: "Weighing in," "After he left," */
static bool
left_clause(const struct para *p, size_t a, size_t end)
{
	size_t behind = phrase_adverbs(p, a, end);

	if (!unit_has(p, a, POS_SUBORD | POS_ING | POS_PART | POS_PREP) || unit_has(p, a, POS_DET | POS_NOMINAL | POS_POSS))
		return true;
	if (phrase_quantity(p, a, end)) /* "As many as 40 died" */
		return true;
	/* "Raising taxes would be wrong", "Whether it holds is up to them" */
	if (unit_is(p, a, KEY(WHETHER)) || (unit_has(p, a, POS_ING) && !unit_cues(p, a) && phrase_opens_clause(p, a, end)))
		return true;
	if (behind > a && phrase_opens_clause(p, behind, end))
		return true;
	while (unit_at(p, a, end, UNIT_WORD))
		a++;
	return a < end;
}

/* ", as Berg noted", "As Berg put it, ...", "As reported by Berg, ...": the main clause is what he said. */
static bool
as_said(struct para *p, const struct use *use)
{
	size_t as = use->passive ? use->start : use->who, behind = use->passive ? use->after : use->end, end, i;
	bool comma, apart;

	if (use->who == use->who_end || as <= use->a || !unit_is(p, as - 1, KEY(AS)) || !(use->form & (POS_FINITE | POS_BASE | POS_PART)) ||
	    !(use->cue->frames & FRAME_QUOTE))
		return false;
	as--;
	i = phrase_adverbs(p, behind, use->b);
	apart = as > use->a && phrase_comma(p, as - 1);
	end = apart && p->unit[as - 1].kind == UNIT_QUOTE ? as : as - 1;
	comma = i + 1 < use->b && p->unit[i].kind == UNIT_COMMA;
	/* “It leaks,” as Berg liked to say */
	if (apart && end == as && (end - 1 == use->a || p->unit[end - 2].kind != UNIT_WORD)) {
		if (quote_add(p, use, end - 1, end, RULE_QUOTE_X_SAID) == NULL)
			return false;
		if (comma && p->unit[i + 1].kind == UNIT_QUOTE)
			add_part(p, use, i + 1, i + 2, RULE_SPLIT);
		return true;
	}
	if (apart && nothing_behind(p, behind, use->b) && phrase_finite(p, use->a, as))
		return quote_add(p, use, use->a, end, RULE_AS_X_SAID) != NULL;
	/* "Its hero, as Berg put it, is “a fool”" */
	if (apart && comma && unit_has(p, phrase_adverbs(p, i + 1, use->b), POS_FINITE | POS_AUX) &&
	    quote_add(p, use, use->a, end, RULE_AS_X_SAID) != NULL) {
		add_part(p, use, i + 1, phrase_clause_end(p, i + 1, use->b, false), RULE_INSERTED);
		return true;
	}
	if (as == use->a && comma && ((use->cue->frames & FRAME_THAT) || use->cue->rest.len > 0) && phrase_opens_clause(p, i + 1, use->b))
		return quote_add(p, use, i + 1, phrase_clause_end(p, i + 1, use->b, false), RULE_AS_X_SAID) != NULL;
	return false;
}

/* “It leaks” is how Berg put it, “It leaks” was all that Berg would say, “a farce” is what he called it. */
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

	if (end <= use->a || use->who_end < use->start || p->unit[end].kind != UNIT_COMMA || p->unit[end - 1].kind == UNIT_QUOTE || i + 1 >= use->b ||
	    p->unit[i].kind != UNIT_COMMA || p->unit[i + 1].kind != UNIT_QUOTE || unit_marked_is(p, i + 1, MARKED_CAPITAL))
		return false;
	if (quote_add(p, use, use->a, end, RULE_INSERTED) == NULL)
		return false;
	add_part(p, use, i + 1, i + 2, RULE_SPLIT);
	return true;
}

/* May what the cue attributes stand before it at all? */
static bool
takes_left(const struct use *use, bool turned)
{
	if (!(use->cue->frames & (FRAME_QUOTE | FRAME_THAT)) || use->relative || use->infinitive || use->who == use->who_end)
		return false;
	if (use->participle && use->quoter == 0)
		return false;
	return !use->passive || turned || use->told || (use->cue->frames & FRAME_PASSIVE);
}

/* Are the words in marks that end before unit `end` what the cue behind them attributes? */
static bool
left_quotation(const struct para *p, const struct use *use, size_t end, size_t after)
{
	/* "On Channel 4’s “Good Morning,” Berg said": a title */
	if (phrase_work(p, end - 1))
		return false;
	/* "the “best” plan, he said": no clause leads up to them */
	if (end > use->a + 1 && p->unit[end - 2].kind == UNIT_WORD && !phrase_finite(p, use->a, end - unit_has(p, use->a, POS_PREP)))
		return false;
	return end > use->a || nothing_behind(p, after, use->b);
}

/* Can the cue report the clause [a, end) before it, by its frames and by the verb that the clause has? */
static bool
reports_clause(const struct para *p, const struct use *use, size_t end, size_t after, bool turned)
{
	enum { SHORT = 4 };
	uint32_t frames = use->cue->frames;
	size_t a = use->a;

	if (!(frames & (FRAME_THAT | FRAME_THAT_ONLY)) && !((frames & FRAME_WH) && unit_has(p, a, POS_WH)))
		return false;
	if (phrase_finite(p, a, end) || imperative(p, a))
		return true;
	/* "Flu risk low, WHO says" */
	if (p->headline && end > a + 1 && unit_has(p, end - 1, POS_ADJ) && !unit_has(p, end - 1, POS_NOMINAL))
		return true;
	if (turned && (end > a + SHORT || p->unit[a].kind == UNIT_QUOTE))
		return true;
	if (unit_at(p, after, use->b, UNIT_COMMA))
		return phrase_finite(p, after, use->b);
	/* "The bill, she said on the floor, is “a gift”" */
	after = phrase_adverbs(p, after, use->b);
	return unit_at(p, after, use->b, UNIT_COMMA) && unit_within(p, after + 1, use->b, POS_FINITE | POS_AUX);
}

/* Is the clause that ends before unit `end` what the cue behind it attributes? */
static bool
left_words(const struct para *p, const struct use *use, size_t end, size_t after, bool turned)
{
	uint32_t speakers = POS_NAME | POS_PERSON | POS_SUBJECT | (p->headline || unit_is(p, use->verb, KEY(SAID)) ? POS_SOURCE : 0);
	bool comma = unit_at(p, after, use->b, UNIT_COMMA);

	if (end <= use->a || (turned && !unit_has(p, phrase_right(p, use->who, use->b) - 1, speakers)))
		return false;
	/* "At the mill, now called Lund Hall, he boasted of its size" */
	if (!turned && after + 1 < use->b && quote_takes_prep(p, use, after))
		return false;
	/* "Weighing in, he said, citing ..." */
	if (!left_clause(p, use->a, end) && (!comma || (unit_within(p, after + 1, use->b, POS_ING) && unit_cues(p, after + 1))))
		return false;
	return nothing_behind(p, after, use->b) && reports_clause(p, use, end, after, turned);
}

/* "On Monday, Berg said, the dam leaked": does the verb stand in what an attribution before it has split off? */
static bool
is_inserted(const struct para *p, const struct use *use)
{
	const struct found *f = p->q->nfound > 0 ? &p->q->found[p->q->nfound - 1] : NULL;

	return f != NULL && f->rule == RULE_INSERTED && f->said.start > p->unit[use->a].start && f->said.start <= p->unit[use->verb].start &&
	    f->said.end > p->unit[use->verb].start;
}

bool
quote_left(struct para *p, const struct use *given)
{
	struct use use = *given;
	bool turned = quote_behind(p, &use), quoted;
	size_t first = turned ? use.start : use.quoter > 0 ? use.quoter : use.who, after, end;
	enum rule rule;

	if (!turned && (equated(p, &use) || as_said(p, &use)))
		return true;
	/* "Dam leaked, court told" */
	if (p->headline && (use.cue->frames & FRAME_HEARER) && (use.form & (POS_PAST | POS_PART)) && nothing_behind(p, use.end, use.b))
		use.told = true;
	if (first == 0 || !takes_left(&use, turned) || is_inserted(p, &use))
		return false;
	end = first;
	/* «...», – said Berg */
	while (end > use.a && first - end < 2 && (p->unit[end - 1].kind == UNIT_COMMA || p->unit[end - 1].kind == UNIT_DASH))
		end--;
	after = turned && use.who_end > use.end ? use.who_end : use.end;
	if (!turned && (use.cue->frames & FRAME_OBJ))
		after = phrase_whole(p, after, use.b);
	if (end == 0)
		return false;
	quoted = p->unit[end - 1].kind == UNIT_QUOTE;
	if (!quoted && end == first)
		return false;
	if (!quoted && end > use.a && leads_to_quotation(p, after, use.b))
		return fragment(p, &use, end, after);
	if (quoted ? !left_quotation(p, &use, end, after) || unit_within(p, after, use.b, POS_THAT) : !left_words(p, &use, end, after, turned))
		return false;
	if (quoted)
		rule = turned ? RULE_QUOTE_SAID_X : RULE_QUOTE_X_SAID;
	else
		rule = turned ? RULE_CLAUSE_SAID_X : RULE_CLAUSE_X_SAID;
	/* “We came,” Berg said, “we saw,” he added, “and left”: the words before it are a part already */
	if (!(quoted && is_part(p, end - 1)) && quote_add(p, &use, left_start(p, &use, end), end, rule) == NULL)
		return false;
	split(p, &use, after, quoted);
	return true;
}
