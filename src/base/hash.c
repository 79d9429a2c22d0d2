#include "hash.h"

/* FNV-1a, then the finaliser of splitmix64, so that all bits depend on all bytes. */
uint64_t
hash_bytes(struct slice s)
{
	uint64_t h = 0xCBF29CE484222325u;

	for (size_t i = 0; i < s.len; i++)
		h = (h ^ (unsigned char)s.at[i]) * 0x100000001B3u;
	return hash_pair(h, s.len);
}

uint64_t
hash_pair(uint64_t a, uint64_t b)
{
	uint64_t h = a * 0x9E3779B97F4A7C15u + b;

	h = (h ^ (h >> 30)) * 0xBF58476D1CE4E5B9u;
	h = (h ^ (h >> 27)) * 0x94D049BB133111EBu;
	return h ^ (h >> 31);
}
