#include "normalize_rate.h"

#include "utf8.h"

/* Letters by ranges, in order; what lies between two is no letter.  Those that most letters fall into stand in
 * rate_script. */
static const struct {
	uint32_t first, last;
	enum script script;
} ranges[] = {
	{ 0x180, 0x191, SCRIPT_RARE }, { 0x192, 0x192, SCRIPT_LATIN },
	{ 0x193, 0x19F, SCRIPT_RARE }, { 0x1A0, 0x1A1, SCRIPT_LATIN }, { 0x1A2, 0x1AE, SCRIPT_RARE },
	{ 0x1AF, 0x1B0, SCRIPT_LATIN }, { 0x1B1, 0x1CC, SCRIPT_RARE }, { 0x1CD, 0x1DC, SCRIPT_LATIN },
	{ 0x1DD, 0x217, SCRIPT_RARE }, { 0x218, 0x21B, SCRIPT_LATIN }, { 0x21C, 0x258, SCRIPT_RARE },
	{ 0x259, 0x259, SCRIPT_LATIN }, { 0x25A, 0x2BA, SCRIPT_RARE }, { 0x2BD, 0x385, SCRIPT_RARE },
	{ 0x386, 0x3CE, SCRIPT_GREEK }, { 0x3CF, 0x3FF, SCRIPT_RARE },
	{ 0x460, 0x48F, SCRIPT_RARE }, { 0x490, 0x493, SCRIPT_CYRILLIC }, { 0x494, 0x5CF, SCRIPT_RARE },
	{ 0x5D0, 0x5EA, SCRIPT_HEBREW }, { 0x5EB, 0x60B, SCRIPT_RARE }, { 0x60C, 0x60C, SCRIPT_ARABIC },
	{ 0x60D, 0x61A, SCRIPT_RARE }, { 0x61B, 0x669, SCRIPT_ARABIC }, { 0x66A, 0x66D, SCRIPT_RARE },
	{ 0x66E, 0x6F9, SCRIPT_ARABIC }, { 0x6FA, 0x8FF, SCRIPT_RARE }, { 0x900, 0xDFF, SCRIPT_SOUTH },
	{ 0xE00, 0xE5B, SCRIPT_SOUTH }, { 0xE5C, 0x109F, SCRIPT_RARE }, { 0x10A0, 0x10FF, SCRIPT_SOUTH },
	{ 0x1100, 0x1DFF, SCRIPT_RARE }, { 0x1E00, 0x1EFF, SCRIPT_LATIN }, { 0x1F00, 0x1FFF, SCRIPT_GREEK },
	{ 0x2C00, 0x2FFF, SCRIPT_RARE }, { 0x3001, 0x9FFF, SCRIPT_EAST }, { 0xA000, 0xABFF, SCRIPT_RARE },
	{ 0xAC00, 0xD7A3, SCRIPT_EAST }, { 0xD7A4, 0xFAFF, SCRIPT_RARE }, { 0xFB07, 0xFDFF, SCRIPT_RARE },
	{ 0xFE10, 0xFEFE, SCRIPT_RARE }, { 0xFF61, 0xFFDF, SCRIPT_EAST }, { 0x10000, 0x1EFFF, SCRIPT_RARE },
	{ 0x20000, 0x10FFFF, SCRIPT_RARE },
};

enum script
rate_script(uint32_t code)
{
	size_t low = 0, high = sizeof ranges / sizeof *ranges;

	if (code < 0xC0)
		return (code | 0x20) - 'a' < 26 ? SCRIPT_LATIN : SCRIPT_NONE;
	if (code < 0x180)
		return code == 0xD7 || code == 0xF7 ? SCRIPT_NONE : SCRIPT_LATIN;
	if (code - 0x400 < 0x60)
		return SCRIPT_CYRILLIC;
	if (code - 0x2000 < 0xC00)
		return SCRIPT_NONE;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (code > ranges[middle].last)
			low = middle + 1;
		else if (code < ranges[middle].first)
			high = middle;
		else
			return ranges[middle].script;
	}
	return SCRIPT_NONE;
}

/* What stands on one side of a sequence: the character that adjoins it, or the one that an adjoining sequence is. */
static uint32_t
neighbour(struct slice s, const struct misread *m, const struct misread *other, bool behind)
{
	size_t len;

	if (other != NULL)
		return other->code;
	if (!behind)
		return utf8_before(s, m->start, &len);
	return m->end < s.len ? utf8_at(s, m->end, &len) : 0;
}

struct place {
	uint32_t first, second; /* characters it looks like now */
	uint32_t before, behind;
	bool alone_before, alone_behind; /* no sequence adjoins there */
};

static struct place
look(struct slice s, const struct misread *m, const struct misread *before, const struct misread *behind)
{
	struct place p = { .alone_before = before == NULL, .alone_behind = behind == NULL };
	size_t len, next;

	p.first = utf8_good_at(s, m->start, &len);
	p.second = m->start + len < s.len ? utf8_good_at(s, m->start + len, &next) : 0;
	p.before = neighbour(s, m, before, false);
	p.behind = neighbour(s, m, behind, true);
	return p;
}

/* A mark that may well follow a letter in clean text: "ZOË’s", "SELKÄ…". */
static bool
may_follow(uint32_t code)
{
	return code == 0xA0 || code == ' ' || code == 0xAB || code == 0xBB || code == 0xB0 || code == 0xB4 || code == 0xB7 ||
	    (code >= 0x2013 && code <= 0x201E) || code == 0x2022 || code == 0x2026 || code == 0x2039 || code == 0x203A;
}

/* Letters that carry most of the Latin alphabet's accents: àáâãäçèéêëíîïñóôõöúûüß ÀÁÄÇÉÍÑÓÖÚÜ, by their
 * distance from À. */
static bool
is_common_letter(uint32_t code)
{
	const uint64_t common = UINT64_C(0x1C7AEF9F944A2293);

	return code >= 0xC0 && code <= 0xFF && (common >> (code - 0xC0) & 1) != 0;
}

static bool
is_letter(uint32_t code)
{
	return rate_script(code) != SCRIPT_NONE;
}

/* A small letter between capitals, or at the end of some: "MÄ£ÄM" is a game, not "MģÄM".  Letters of Latin-1 are more
 * common than such games: "Só". */
static bool
breaks_case(uint32_t code, const struct place *p, bool western)
{
	if (!utf8_is_lower(code) || code == 0xDF || !utf8_is_upper(p->before))
		return false;
	return western ? utf8_is_upper(p->behind) : !utf8_is_lower(p->behind);
}

/* A capital behind a small letter, or ß behind a consonant: another codec will read it better. */
static bool
is_odd(uint32_t code, const struct place *p)
{
	if (code == 0xDF)
		return p->before < 0x80 && strchr("aeiouyAEIOUY", (int)p->before) == NULL;
	return utf8_is_upper(code) && (utf8_is_lower(p->before) || (is_letter(p->before) && utf8_is_lower(p->behind)));
}

/* Is a letter and a mark inside a word, as no word has them?  A letter of Latin-1 looks like Ã in most codecs,
 * and words that end so are few: "HÃ´tel", "HÃ”TEL"; with others the word may end there: "SELKÄ–Mäki", "será»". */
static bool
is_inside(const struct place *p, bool western)
{
	if (!p->alone_before || !p->alone_behind)
		return true;
	if (p->second == 0xA0 && !western)
		return utf8_is_lower(p->before) && utf8_is_upper(p->first);
	if (utf8_is_lower(p->first))
		return utf8_is_lower(p->behind);
	if (!utf8_is_upper(p->before))
		return western || utf8_is_lower(p->before) || utf8_is_lower(p->behind);
	if (utf8_is_upper(p->behind))
		return p->second != 0xA0;
	return western && utf8_is_lower(p->behind);
}

static unsigned
rate_latin(const struct misread *m, const struct place *p)
{
	unsigned points = is_common_letter(m->code) ? MISREAD_STRONG : MISREAD_LIKELY;
	bool western = m->code >= 0xC0 && m->code <= 0xFF; /* misread, it began with a character that begins no word */
	enum script before = rate_script(p->before), behind = rate_script(p->behind);

	if ((before != SCRIPT_NONE && before != SCRIPT_LATIN) || (behind != SCRIPT_NONE && behind != SCRIPT_LATIN && !p->alone_behind))
		return 0;
	if (is_odd(m->code, p))
		points = MISREAD_WEAK;
	if (rate_script(p->first) == SCRIPT_LATIN) {
		if (breaks_case(m->code, p, western) || (may_follow(p->second) && !is_inside(p, western)))
			return 0;
		return points;
	}
	if (is_letter(p->before) || is_letter(p->behind))
		return points;
	if (m->from_cyrillic && rate_script(p->second) == SCRIPT_CYRILLIC) /* "её" */
		return 0;
	if ((m->from_cyrillic && may_follow(p->second)) || (!is_letter(p->second) && !western))
		return MISREAD_WEAK;
	return MISREAD_LIKELY;
}

/* What UTF-8 writes in two bytes that begin with C2: no-break space, guillemets, degree, currencies. */
static unsigned
rate_symbol(const struct misread *m, const struct place *p)
{
	bool beside = p->before - '0' < 10 || p->behind - '0' < 10 ||
	    rate_script(p->before) == SCRIPT_LATIN || rate_script(p->behind) == SCRIPT_LATIN;

	if (m->code < 0xA0)
		return p->alone_before && p->alone_behind ? 0 : MISREAD_WEAK;
	if (rate_script(p->first) == SCRIPT_LATIN)
		return utf8_is_upper(p->before) && p->alone_before ? 0 : MISREAD_LIKELY;
	if (p->first == 0xAC) /* "( ¬´ )" is a face */
		return is_letter(p->behind) || is_letter(p->before) || p->before == '.' ? MISREAD_LIKELY : MISREAD_WEAK;
	return beside ? MISREAD_LIKELY : MISREAD_WEAK;
}

static unsigned
rate_letter(const struct misread *m, const struct place *p, enum script script)
{
	enum script before = rate_script(p->before), behind = rate_script(p->behind);
	bool company = (before == script && !p->alone_before) || (behind == script && !p->alone_behind);

	if (script == SCRIPT_RARE || before == SCRIPT_LATIN || behind == SCRIPT_LATIN)
		return 0;
	if (company)
		return MISREAD_LIKELY;
	return script == SCRIPT_EAST || m->from_cyrillic ? 0 : MISREAD_WEAK;
}

/* Marks and symbols beyond Latin-1 that articles use. */
static bool
is_known_symbol(uint32_t code)
{
	return (code >= 0x2000 && code <= 0x205F && code != 0x2017) || code == 0x20AC || code == 0x2116 || code == 0x2122 || code == 0xFEFF ||
	    code == 0x2212 || (code >= 0x2190 && code <= 0x21FF) || (code >= 0x25A0 && code <= 0x27BF) || code == 0xFE0F ||
	    (code >= 0xFF01 && code <= 0xFF5E) || (code >= 0x1F000 && code <= 0x1FAFF) || code == 0x2BB || code == 0x2BC;
}

/* "тАЩ" looks like letters of a word, if of a strange one: sure only beside a Latin letter. */
static unsigned
rate_mark(const struct place *p)
{
	if (rate_script(p->first) != SCRIPT_CYRILLIC || p->second < 0x410 || p->second >= 0x450 ||
	    rate_script(p->before) == SCRIPT_LATIN || rate_script(p->behind) == SCRIPT_LATIN)
		return MISREAD_STRONG;
	return utf8_is_upper(p->second) ? MISREAD_LIKELY : MISREAD_WEAK;
}

/* A byte was lost, or became a blank. */
static unsigned
rate_partial(const struct misread *m, const struct place *p)
{
	enum script script = rate_script(m->code), before = rate_script(p->before);

	if (m->code == 0xFFFD)
		return p->second == 0x20AC ? MISREAD_STRONG : MISREAD_WEAK;
	if (m->code == 0xE0 && p->first == 0xC3) /* "voilÃ le", "quant Ã  lui" */
		return utf8_is_lower(p->before) ? MISREAD_STRONG : utf8_is_upper(p->before) ? MISREAD_WEAK : MISREAD_LIKELY;
	if (m->code == 0xA0)
		return utf8_is_upper(p->before) ? 0 : MISREAD_WEAK;
	if (script == SCRIPT_RARE || script == SCRIPT_LATIN)
		return m->code == 0xE0 ? MISREAD_WEAK : 0;
	if (script != SCRIPT_NONE)
		return (before == script && !p->alone_before) || p->behind >= 0x80 ? MISREAD_WEAK : 0;
	return is_known_symbol(m->code) || m->code == 0x2800 ? MISREAD_WEAK : 0;
}

unsigned
rate_misread(struct slice s, const struct misread *m, const struct misread *before, const struct misread *behind)
{
	const struct place p = look(s, m, before, behind);
	enum script script = rate_script(m->code);

	if (m->partial)
		return rate_partial(m, &p);
	if (m->code < 0xC0 || m->code == 0xD7 || m->code == 0xF7)
		return rate_symbol(m, &p);
	if (script == SCRIPT_LATIN)
		return rate_latin(m, &p);
	if (script != SCRIPT_NONE)
		return rate_letter(m, &p, script);
	if (m->code == 0xFFFD)
		return MISREAD_STRONG;
	if (!is_known_symbol(m->code))
		return 0;
	return rate_mark(&p);
}
