#if defined(__linux__)

#define _GNU_SOURCE
#include "confine_linux.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What <linux/landlock.h> has, which older systems lack or have without the later members. */
enum { CREATE_RULESET = 444, ADD_RULE = 445, RESTRICT_SELF = 446, RULE_PATH_BENEATH = 1, ASK_VERSION = 1 };

struct ruleset {
	uint64_t files, net, scoped;
};

struct __attribute__((packed)) path_rule {
	uint64_t allowed;
	int32_t parent;
};

int
landlock_begin(void)
{
	static const unsigned rights[] = { 0, 13, 14, 15, 15, 16 }; /* that versions 1 to 5 know */
	long version = syscall(CREATE_RULESET, NULL, 0, ASK_VERSION);
	struct ruleset all = { 0 };
	size_t size = version >= 6 ? sizeof all : version >= 4 ? offsetof(struct ruleset, scoped) : offsetof(struct ruleset, net);

	if (version < 1)
		return -1;
	all.files = (UINT64_C(1) << rights[version < 5 ? version : 5]) - 1;
	all.net = 3;    /* bind, connect */
	all.scoped = 3; /* sockets without a name, signals */
	return (int)syscall(CREATE_RULESET, &all, size, 0);
}

void
landlock_allow(int rules, int fd, uint64_t rights)
{
	struct path_rule rule = { rights, fd };

	if (rights != 0)
		syscall(ADD_RULE, rules, RULE_PATH_BENEATH, &rule, 0);
}

void
landlock_end(int rules)
{
	syscall(RESTRICT_SELF, rules, 0);
	close(rules);
}

#if defined(__x86_64__)
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__i386__)
#define ARCH AUDIT_ARCH_I386
#elif defined(__aarch64__) && defined(__AARCH64EL__)
#define ARCH AUDIT_ARCH_AARCH64
#elif defined(__riscv) && __riscv_xlen == 64
#define ARCH AUDIT_ARCH_RISCV64
#elif defined(__s390x__)
#define ARCH AUDIT_ARCH_S390X
#elif defined(__powerpc64__) && defined(__LITTLE_ENDIAN__)
#define ARCH AUDIT_ARCH_PPC64LE
#endif

#ifdef ARCH

static const unsigned short calls[] = {
	__NR_read, __NR_write, __NR_readv, __NR_writev, __NR_pread64, __NR_lseek, __NR_close, __NR_fcntl, __NR_dup, __NR_dup3, __NR_getdents64,
	__NR_brk, __NR_mmap, __NR_munmap, __NR_mremap, __NR_mprotect, __NR_madvise, __NR_futex, __NR_getrandom,
	__NR_exit, __NR_exit_group, __NR_rt_sigaction, __NR_rt_sigprocmask, __NR_rt_sigreturn, __NR_sigaltstack, __NR_restart_syscall,
	__NR_getpid, __NR_gettid, __NR_tgkill, __NR_clock_gettime, __NR_sched_yield, __NR_uname, __NR_prlimit64, __NR_sysinfo,
	__NR_fstat,
#ifdef __NR_mmap2
	__NR_mmap2, __NR_fcntl64, __NR_fstat64, __NR_stat64, __NR_lstat64, __NR_fstatat64, __NR__llseek,
#endif
#ifdef __NR_clock_gettime64
	__NR_clock_gettime64, __NR_futex_time64,
#endif
#ifdef __NR_newfstatat
	__NR_newfstatat,
#endif
#ifdef __NR_dup2
	__NR_dup2,
#endif
#ifdef __NR_stat
	__NR_stat, __NR_lstat, __NR_readlink, __NR_access,
#endif
#ifdef __NR_statx
	__NR_statx,
#endif
	__NR_readlinkat, __NR_faccessat
};

enum { CALLS = sizeof calls / sizeof *calls, WRITES = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND };

/* Appends: where the call is that one, its argument number i (of which the lower half counts) decides, by a jump to the first of the
 * next two instructions, which refuses, or to the second. */
static struct sock_filter *
allow_if(struct sock_filter *to, unsigned call, unsigned i, struct sock_filter test)
{
	const unsigned half = __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? 4 : 0;

	*to++ = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 4);
	*to++ = (struct sock_filter)BPF_STMT(BPF_LD | BPF_W | BPF_ABS, (unsigned)offsetof(struct seccomp_data, args) + 8 * i + half);
	*to++ = test;
	*to++ = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
	*to++ = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	return to;
}

void
seccomp_hold(void)
{
	const struct sock_filter for_reading = BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, WRITES, 0, 1);
	const struct sock_filter is_terminal = BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, TCGETS, 1, 0);
	struct sock_filter filter[2 * CALLS + 20] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, ARCH, 1, 0),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
	};
	struct sock_filter *to = filter + 4;
	struct sock_fprog program = { .filter = filter };

	for (unsigned i = 0; i < CALLS; i++) {
		*to++ = (struct sock_filter)BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, calls[i], 0, 1);
		*to++ = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
	}
	to = allow_if(to, __NR_openat, 2, for_reading);
#ifdef __NR_open
	to = allow_if(to, __NR_open, 1, for_reading);
#endif
	to = allow_if(to, __NR_ioctl, 1, is_terminal);
	*to++ = (struct sock_filter)BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
	program.len = (unsigned short)(to - filter);
	syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_SPEC_ALLOW, &program);
}

#else

void
seccomp_hold(void)
{
}

#endif
#endif
