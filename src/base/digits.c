#include "digits.h"

static const char pairs[] =
    "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748"
    "49505152535455565758596061626364656667686970717273747576777879808182838485868788899091929394959697"
    "9899";

/* Two digits a step: a division costs more than the look. */
struct slice
digits_before(char *end, size_t n)
{
	char *at = end;

	for (; n >= 100; n /= 100) {
		at -= 2;
		memcpy(at, pairs + n % 100 * 2, 2);
	}
	if (n >= 10) {
		at -= 2;
		memcpy(at, pairs + n * 2, 2);
	} else {
		*--at = (char)('0' + n);
	}
	return slice_make(at, (size_t)(end - at));
}

char *
digits_put(char *to, size_t n)
{
	char digits[DIGITS_MAX];
	struct slice all;

	if (n < 1000) { /* as most places in articles */
		if (n >= 100)
			*to++ = (char)('0' + n / 100);
		if (n < 10) {
			*to = (char)('0' + n);
			return to + 1;
		}
		memcpy(to, pairs + n % 100 * 2, 2);
		return to + 2;
	}
	if (n < 10000) {
		memcpy(to, pairs + n / 100 * 2, 2);
		memcpy(to + 2, pairs + n % 100 * 2, 2);
		return to + 4;
	}
	all = digits_before(digits + sizeof digits, n);
	memcpy(to, all.at, all.len);
	return to + all.len;
}
