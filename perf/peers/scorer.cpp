// The month scorer in C++, to measure ours against: once in plain loops for the compiler to vectorise, once with AVX-512
// intrinsics and the kernel's own algorithm. Rows are expected street by street. Built by the benchmark:
// g++ -O3 -march=native -shared -fPIC. Values are expected in [0, 10]; NaN and out-of-range values are looked for all the same.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>
#if defined(__AVX512F__)
#include <immintrin.h>
#endif

struct Month {
    const double* predictions; // locations x days x 4
    int32_t locations, days, streets, cells;
    const int32_t* street_start; // streets + 1
    const int32_t* cell_row;     // cells, ascending
    const int32_t* cell_index;
    const double* cell_count;
};

static double span_weight(int days, int span) { return 1.0 / ((days - span + 1) * span * span); }

static double rmse(const double* f, double sets) {
    return std::sqrt((8 * f[0] + 6 * f[1] + 20 * f[2] + f[3]) / (175 * sets));
}

static void form_plain(const double* row, int days, double* form) {
    double before[32][4] = {};
    for (int d = 0; d < days; d++)
        for (int k = 0; k < 4; k++) before[d + 1][k] = before[d][k] + row[d * 4 + k];
    for (int k = 0; k < 4; k++) form[k] = 0;
    for (int span : {1, 3, 7, 14, days}) {
        double squares[4] = {};
        for (int d = 0; d + span <= days; d++)
            for (int k = 0; k < 4; k++) {
                double sum = before[d + span][k] - before[d][k];
                squares[k] += sum * sum;
            }
        for (int k = 0; k < 4; k++) form[k] += squares[k] * span_weight(days, span);
    }
}

// Points every row at its values, or at a corrected copy. False if a value is NaN.
static bool correct(const Month& m, std::vector<double>& copies, std::vector<const double*>& rows) {
    int length = m.days * 4, copied = 0;
    for (int r = 0; r < m.locations; r++) rows[r] = m.predictions + (size_t)r * length;
    for (int c = 0; c < m.cells; c++) {
        int r = m.cell_row[c];
        if (c == 0 || m.cell_row[c - 1] != r) {
            double* copy = copies.data() + (size_t)copied++ * 128;
            for (int i = 0; i < length; i++) {
                if (std::isnan(rows[r][i])) return false;
                copy[i] = std::min(std::max(rows[r][i], 0.0), 10.0);
            }
            rows[r] = copy;
        }
        const_cast<double*>(rows[r])[m.cell_index[c]] -= m.cell_count[c];
    }
    return true;
}

template <class Forms>
static bool score(const Month& m, double* out, Forms forms_of) {
    static thread_local std::vector<double> copies, sums, forms;
    static thread_local std::vector<const double*> rows;
    int length = m.days * 4;
    copies.resize((size_t)m.locations * 128);
    sums.assign((size_t)(m.streets + 1) * 128, 0);
    forms.resize((size_t)(m.locations + 2) * 4);
    rows.resize(m.locations);
    if (!correct(m, copies, rows)) return false;
    double total[4] = {};
    if (!forms_of(rows.data(), m.locations, m.days, forms.data(), true)) return false;
    for (int r = 0; r < m.locations; r++)
        for (int k = 0; k < 4; k++) total[k] += forms[r * 4 + k];
    out[0] = rmse(total, m.locations);
    double* all = sums.data() + (size_t)m.streets * 128;
    for (int s = 0; s < m.streets; s++) {
        double* sum = sums.data() + (size_t)s * 128;
        for (int r = m.street_start[s]; r < m.street_start[s + 1]; r++)
            for (int i = 0; i < length; i++) sum[i] += rows[r][i];
        for (int i = 0; i < length; i++) all[i] += sum[i];
        rows[s] = sum;
    }
    forms_of(rows.data(), m.streets, m.days, forms.data(), false);
    std::fill(total, total + 4, 0.0);
    for (int s = 0; s < m.streets; s++) {
        double members = m.street_start[s + 1] - m.street_start[s];
        for (int k = 0; k < 4; k++) total[k] += forms[s * 4 + k] / (members * members);
    }
    out[1] = rmse(total, m.streets);
    const double* one = all;
    forms_of(&one, 1, m.days, forms.data(), false);
    for (int k = 0; k < 4; k++) total[k] = forms[k] / ((double)m.locations * m.locations);
    out[2] = rmse(total, 1);
    return true;
}

extern "C" int score_plain(const Month* m, double* out) {
    return score(*m, out, [](const double** rows, int count, int days, double* forms, bool check) {
        bool number = true;
        for (int r = 0; r < count; r++) {
            form_plain(rows[r], days, forms + r * 4);
            for (int i = 0; check && i < days * 4; i++) number &= rows[r][i] <= 10;
        }
        return number;
    });
}

#if defined(__AVX512F__)
template <int Days>
static inline __m512d form_of_two(const double* a, const double* b, __m512i& bits) {
    __m512d before[Days + 1], week[Days], ones, threes, sevens, fourteens;
    before[0] = ones = threes = sevens = fourteens = _mm512_setzero_pd();
#pragma GCC unroll 32
    for (int d = 0; d < Days; d++) {
        __m512d x = _mm512_insertf64x4(_mm512_castpd256_pd512(_mm256_loadu_pd(a + 4 * d)), _mm256_loadu_pd(b + 4 * d), 1);
        bits = _mm512_max_epu32(bits, _mm512_castpd_si512(x));
        ones = _mm512_fmadd_pd(x, x, ones);
        before[d + 1] = _mm512_add_pd(before[d], x);
        if (d >= 2) {
            __m512d sum = _mm512_sub_pd(before[d + 1], before[d - 2]);
            threes = _mm512_fmadd_pd(sum, sum, threes);
        }
        if (d >= 6) {
            week[d] = _mm512_sub_pd(before[d + 1], before[d - 6]);
            sevens = _mm512_fmadd_pd(week[d], week[d], sevens);
        }
        if (d >= 13) {
            __m512d sum = _mm512_add_pd(week[d], week[d - 7]);
            fourteens = _mm512_fmadd_pd(sum, sum, fourteens);
        }
    }
    __m512d form = _mm512_mul_pd(ones, _mm512_set1_pd(span_weight(Days, 1)));
    form = _mm512_fmadd_pd(threes, _mm512_set1_pd(span_weight(Days, 3)), form);
    form = _mm512_fmadd_pd(sevens, _mm512_set1_pd(span_weight(Days, 7)), form);
    form = _mm512_fmadd_pd(fourteens, _mm512_set1_pd(span_weight(Days, 14)), form);
    return _mm512_fmadd_pd(_mm512_mul_pd(before[Days], before[Days]), _mm512_set1_pd(span_weight(Days, Days)), form);
}

template <int Days>
static bool forms_wide(const double** rows, int count, double* forms) {
    __m512i outside = _mm512_setzero_si512();
    for (int r = 0; r < count; r += 2)
        _mm512_storeu_pd(forms + r * 4, form_of_two<Days>(rows[r], rows[std::min(r + 1, count - 1)], outside));
    return true;
}

extern "C" int score_intrinsics(const Month* m, double* out) {
    return score(*m, out, [](const double** rows, int count, int days, double* forms, bool) {
        switch (days) {
            case 28: return forms_wide<28>(rows, count, forms);
            case 29: return forms_wide<29>(rows, count, forms);
            case 30: return forms_wide<30>(rows, count, forms);
            default: return forms_wide<31>(rows, count, forms);
        }
    });
}
#endif
