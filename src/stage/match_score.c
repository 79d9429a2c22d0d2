#include "match_key.h"
#include "match_pair.h"

/* What a rule asks for is in words, bits and thousandths, what it gives is a score; the figures, where they have no name, are those that
 * join most of the development set right, and least of its near misses. */
enum {
	OTHERS = 5,                   /* quotations on other days that a phrase may be in and still be one occasion's */
	ALL = 1000, NEARLY_ALL = 950, /* shares */
	SCORE_LEAST = 500             /* of what is joined */
};

/* Does one speaker tell one news in two articles, the days of which are known? */
static bool
one_news(const struct likeness *l)
{
	return l->kin == KIN_SAME && l->dated && l->days <= NEWS && !l->one_doc;
}

/* Is it told by whom, or in whose words?  What neither tells is after some days what everybody speaks of: "a ban on trawling". */
static bool
is_known(const struct likeness *l)
{
	return l->kin > KIN_UNKNOWN || l->marks;
}

/* 1: "We have never carried undeclared cargo to Uruguay", a long run of the same words, whoever reports it and when.  A
 * speaker who seems to be another takes more of them.  Where there are no others, it does not matter what they weigh: "I would
 * have done the same in her place". */
static unsigned
verbatim(const struct likeness *l)
{
	bool whole = l->cover >= NEARLY_ALL && l->run_words >= 8 && l->run >= BITS(24) && l->days <= (is_known(l) ? WINDOW : NEWS);
	bool swapped = !l->direct && !l->one_doc && l->dated && l->days <= NEWS && l->cover >= NEARLY_ALL && l->run_words >= 6 && l->stems > 2 &&
	    l->spread == 0 && l->plain >= BITS(18) && !l->negation;
	bool part = l->marks && l->run >= BITS(24) && l->days <= WINDOW && l->slogan == 0 &&
	    l->run_words >= (l->kin == KIN_STRANGER ? 9 : 7);

	if (whole || part || swapped)
		return 900 + l->cover / 10;
	if (l->kin == KIN_STRANGER || (!is_known(l) && l->days > NEWS))
		return 0;
	if (l->marks && l->overlap == ALL && l->run_words >= 7 && l->days <= WINDOW)
		return 900;
	return l->run_words >= 7 && l->run >= BITS(32) && l->cover >= 600 ? 600 + l->cover * 4 / 10 : 0;
}

/* 2: within one article a headline and what it was made of, a quotation and its second telling.  One word in marks, the “missing”
 * letters, tells that it is the second telling of what has it and the letters. */
static unsigned
retold_here(const struct likeness *l)
{
	bool word = l->headline || (l->kin == KIN_SAME && !l->direct && l->core >= 900 && l->plain >= BITS(20) && l->stems > 2);
	bool marks = l->core >= 800 && l->core_weight >= (word ? BITS(9) : BITS(12));
	unsigned score = l->cover;

	if (!l->one_doc || (l->kin <= KIN_UNKNOWN && !l->headline))
		return 0;
	if (l->headline && l->cover == ALL && l->row >= 4)
		return 900;
	if (l->kin == KIN_STRANGER && (l->shared < BITS(16) || (l->cover < 800 && !marks)))
		return 0;
	if (!marks && (l->stems < 2 || l->shared < BITS(12)))
		return 0;
	if (marks && score < SCORE_LEAST + l->core * 4 / 10)
		score = SCORE_LEAST + l->core * 4 / 10;
	return l->headline ? score + 100 : score;
}

/* 3: "extremely careless", "ISIS' best recruiter": few words in marks, by one speaker, on one occasion, which may be
 * remembered for months; but not "a political revolution", which is a part of what its speaker says on many days.  Where days are
 * not known, there is no telling, and it takes more.  All that one has, in whatever order, is as good as a run: the plan, a
 * “betrayal”. */
static unsigned
fragment(const struct likeness *l)
{
	uint32_t need = l->dated ? BITS(13) : BITS(16);
	bool run = l->run >= need && l->core_weight >= need;
	bool all = l->marks && l->dated && l->cover >= NEARLY_ALL && l->shared >= need && l->stems > 1 && l->spread == 0 && l->days <= WINDOW;

	if (l->kin < KIN_NEAR || (!run && !all) || l->core < 900)
		return 0;
	if (l->days > WINDOW && (l->kin != KIN_SAME || l->days > MEMORY || l->stems < 2))
		return 0;
	return l->slogan == 0 || (l->days <= WINDOW && l->spread <= 1) ? SCORE_LEAST + 50 + l->core * 3 / 10 : 0;
}

/* 4: the “rigged” ballot: one word in marks, of what its speaker says elsewhere in these days; or, beside it in one article, all
 * that the marks hold: a “likely sale”, “no sale was signed”. */
static unsigned
label(const struct likeness *l)
{
	bool word = l->word && !l->one_doc && !l->negation && l->overlap >= 140 && l->days <= NEWS && l->spread <= 1;
	bool beside = l->beside && !l->direct && l->cover == ALL;

	if (l->kin < KIN_NEAR || !l->marks || l->core < ALL || l->plain == 0 || !(word || beside))
		return 0;
	return SCORE_LEAST + l->overlap / 4;
}

/* 5: what few say on other days, and nobody in the middle of more words, is taken from one who seems to be another speaker, too. */
static unsigned
fragment_of_other(const struct likeness *l)
{
	uint32_t need = !l->dated || l->kin == KIN_STRANGER ? BITS(18) : BITS(14);
	bool rare = l->spread == 0 ? l->run >= need && l->core_weight >= need :
	    l->spread <= OTHERS && l->run >= BITS(16) && l->core_weight >= BITS(18);

	if (l->kin > KIN_UNKNOWN || !rare || l->plain < BITS(9) || l->core < 900 || l->slogan > 0 || l->days > WINDOW || l->one_doc || !l->marks ||
	    l->run_words < 2)
		return 0;
	return SCORE_LEAST + 50 + l->core * 3 / 10;
}

/* Are both told by one who may be the same, on one occasion, and no word turned round? */
static bool
one_telling(const struct likeness *l)
{
	return l->kin != KIN_STRANGER && l->days <= WINDOW && !l->negation && !l->numbers && l->stems > 2;
}

/* 6: reported speech: most content words, one speaker, one occasion; or less, where both articles are of these days, or have a row
 * of the same words: "she'll wait for the autopsy". */
static unsigned
retold(const struct likeness *l)
{
	bool all = l->cover >= 900 && l->spread == 0 && l->shared >= BITS(20);
	bool news = l->reported && !l->one_doc && l->cover >= 400 && l->stems > 3;

	if (!one_telling(l) || l->kin == KIN_UNKNOWN)
		return 0;
	if (l->cover >= 700 && (all || l->shared >= BITS(24)) && l->row >= 2 && l->spread <= 3)
		return l->cover;
	if (news && (l->dated ? l->days <= NEWS && l->shared >= BITS(30) : l->row >= 5 && l->shared >= BITS(36)))
		return SCORE_LEAST + l->cover / 10;
	return l->overlap >= 400 && l->shared >= BITS(26) ? SCORE_LEAST + l->overlap / 2 : 0;
}

/* 7: the same by one who is not known, “the striker”: more words, or one long run of them in another article. */
static unsigned
retold_by_other(const struct likeness *l)
{
	if (!one_telling(l) || l->kin != KIN_UNKNOWN || (!is_known(l) && l->days > NEWS))
		return 0;
	if (l->direct && !l->one_doc && l->dated && l->days <= NEWS && l->run_words >= 8 && l->run >= BITS(16) && l->cover >= 600 && l->spread == 0)
		return l->cover;
	if (l->cover >= NEARLY_ALL && !l->one_doc && l->run_words >= 5 && l->run >= BITS(24) && l->spread <= 1)
		return l->cover;
	if (l->overlap >= 500 && l->shared >= BITS(40))
		return SCORE_LEAST + l->overlap / 2;
	if (l->cover < 850 || l->stems < 4 || l->shared < BITS(30))
		return 0;
	if (l->row >= 2 && l->spread <= 3)
		return l->cover;
	return l->overlap >= 400 ? SCORE_LEAST + l->overlap / 2 : 0;
}

/* 8: on another occasion, whenever it was, by the same speaker: half of what was said; most of many words, in one run; or six words
 * in a row, "because he did not want their money", and most of what else one of them has. */
static unsigned
repeated(const struct likeness *l)
{
	bool half = l->overlap >= 500 && l->shared >= BITS(28) && l->plain >= BITS(16) && l->stems > 3;
	bool most = l->cover >= 700 && l->shared >= BITS(40) && l->plain >= BITS(20) && l->run_words >= 5 && l->run >= BITS(24) &&
	    l->spread <= 1;
	bool row = l->cover >= 600 && l->run_words >= 6 && l->run >= BITS(10) && !l->one_doc && !l->direct && l->spread <= 1;

	if (l->kin != KIN_SAME || l->numbers)
		return 0;
	return row || ((half || most) && !l->negation) ? SCORE_LEAST + l->cover / 4 : 0;
}

/* 9: the same words, which are remembered for months, by the same speaker and by no one else. */
static unsigned
remembered(const struct likeness *l)
{
	bool same = l->overlap >= NEARLY_ALL && (l->one_doc ? l->shared >= BITS(10) : l->shared >= BITS(16) && l->stems > 1);

	if (l->days > MEMORY)
		return 0;
	if (l->kin == KIN_SAME && same)
		return SCORE_LEAST + l->overlap / 2;
	if (l->spread > 1)
		return 0;
	if (l->kin == KIN_UNKNOWN)
		return !l->reported && l->cover >= 700 && l->shared >= BITS(50) && l->stems > 5 && l->run_words >= 5 &&
		    l->run >= BITS(24) && !l->negation && !l->numbers ? SCORE_LEAST + 50 : 0;
	return l->kin >= KIN_NEAR && l->cover >= 800 && l->run_words >= 5 && l->run >= BITS(26) ? 600 : 0;
}

/* 10: one news by one speaker, even where a negation or a number is another: five words in a row, "will cut rates in the autumn"; a
 * short row in marks, "nobody could have foreseen this", or of all that is said; most words and a row of them; nearly all; half of
 * what both say together: “He asked to leave, we had no choice”, “He did not ask to leave, it is us who chose”. */
static unsigned
one_news_retold(const struct likeness *l)
{
	bool run = l->run_words >= 5 && l->run >= BITS(24) && l->plain >= BITS(16);
	bool marks = l->marks && (l->core >= NEARLY_ALL ? l->row >= 4 || l->run >= BITS(10) : l->core >= 650 && l->row >= 5);
	bool row = l->rest >= 900 && l->row >= 4 && (l->rest == ALL ? l->plain >= BITS(10) : l->stems > 1 && l->shared >= BITS(14));
	bool most = !l->direct && l->rest >= 500 && l->row >= 3 && l->stems > 2 && l->plain >= BITS(22);
	bool all = l->stems > 2 && (l->rest >= NEARLY_ALL ? l->plain >= BITS(22) : l->rest >= 750 && l->plain >= BITS(28));
	bool half = l->stems > 2 && l->overlap >= 500 && l->plain >= BITS(20);

	if (!one_news(l) || l->spread > 1 || l->slogan > 0 || !(run || marks || row || most || all || half))
		return 0;
	return 600 + l->rest / 10 - (l->negation || l->numbers ? 100 : 0);
}

/* The same words of one speaker are one statement, however few.  Two direct quotations of one article are two utterances, unless the
 * one repeats the other; "Vice President Joe Biden", the name of what was spoken of, is no statement, but for words that are in the
 * marks of both; and where a governor says that it is so, and a mayor that it is not, neither has changed the other's words. */
unsigned
likeness_score(const struct likeness *l)
{
	static unsigned (*const rules[])(const struct likeness *) = { verbatim, retold_here, fragment, label, fragment_of_other, retold,
		retold_by_other, repeated, remembered, one_news_retold };
	unsigned best = 0;

	if (l->equal && l->kin == KIN_SAME && l->days <= WINDOW)
		return LIKENESS_MOST;
	if (l->direct && l->one_doc && !l->headline && l->cover < 900)
		return 0;
	if (!l->marks && !l->one_doc && !l->headline && l->plain < BITS(9))
		return 0;
	if (l->apart && (l->negation || l->numbers))
		return 0;
	for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
		unsigned score = rules[i](l);

		if (score > best)
			best = score;
	}
	if (best > LIKENESS_MOST)
		best = LIKENESS_MOST;
	return best >= SCORE_LEAST ? best : 0;
}
