// SPDX-FileCopyrightText: 2026 The HPKV Studio authors
// SPDX-License-Identifier: MIT
//
// Empty: the target hpkv-test-headers needs a source for the tests' precompiled headers to hang on.
