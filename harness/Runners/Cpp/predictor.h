// What a C++ submission is compiled with: it turns the competitor's class into a Predictor that the runner can call. The submission itself
// includes nothing of ours.

#pragma once

#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace evaluator
{
    using Strings = std::vector<std::string>;

    struct Predictor
    {
        virtual ~Predictor() = default;
        virtual void setup(Strings* tables) = 0;
        virtual void receiveEvents(std::string blockGroup, int month, Strings* kinds) = 0;
        virtual std::vector<double> predict(std::string blockGroup, int month, Strings locations) = 0;
    };

    // A method may take its vectors by value, by reference or by constant reference. Moved arguments fit all but plain references, so they are
    // tried first: nine tables copied would cost 60 MB. int is a better match than long for the last argument, which only ranks the two.
    template <class P>
    auto setup(P& p, Strings* t, int) -> decltype(p.setup(std::move(t[0]), std::move(t[1]), std::move(t[2]), std::move(t[3]), std::move(t[4]),
        std::move(t[5]), std::move(t[6]), std::move(t[7]), std::move(t[8])))
    {
        return p.setup(std::move(t[0]), std::move(t[1]), std::move(t[2]), std::move(t[3]), std::move(t[4]), std::move(t[5]), std::move(t[6]),
            std::move(t[7]), std::move(t[8]));
    }

    template <class P>
    auto setup(P& p, Strings* t, long) -> decltype(p.setup(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8]))
    {
        return p.setup(t[0], t[1], t[2], t[3], t[4], t[5], t[6], t[7], t[8]);
    }

    template <class P>
    auto receiveEvents(P& p, std::string& g, int m, Strings* e, int)
        -> decltype(p.receiveEvents(std::move(g), std::move(m), std::move(e[0]), std::move(e[1]), std::move(e[2]), std::move(e[3])))
    {
        return p.receiveEvents(std::move(g), std::move(m), std::move(e[0]), std::move(e[1]), std::move(e[2]), std::move(e[3]));
    }

    template <class P>
    auto receiveEvents(P& p, std::string& g, int m, Strings* e, long) -> decltype(p.receiveEvents(g, m, e[0], e[1], e[2], e[3]))
    {
        return p.receiveEvents(g, m, e[0], e[1], e[2], e[3]);
    }

    template <class P>
    auto predict(P& p, std::string& g, int m, Strings& l, int) -> decltype(p.predict(std::move(g), std::move(m), std::move(l)))
    {
        return p.predict(std::move(g), std::move(m), std::move(l));
    }

    template <class P>
    auto predict(P& p, std::string& g, int m, Strings& l, long) -> decltype(p.predict(g, m, l))
    {
        return p.predict(g, m, l);
    }

    template <class P, class = void>
    struct Setup : std::false_type {};

    template <class P>
    struct Setup<P, std::void_t<decltype(setup(std::declval<P&>(), (Strings*)nullptr, 0))>>
        : std::is_same<int, decltype(setup(std::declval<P&>(), (Strings*)nullptr, 0))> {};

    template <class P, class = void>
    struct ReceiveEvents : std::false_type {};

    template <class P>
    struct ReceiveEvents<P, std::void_t<decltype(receiveEvents(std::declval<P&>(), std::declval<std::string&>(), 0, (Strings*)nullptr, 0))>>
        : std::is_same<int, decltype(receiveEvents(std::declval<P&>(), std::declval<std::string&>(), 0, (Strings*)nullptr, 0))> {};

    template <class P, class = void>
    struct Predict : std::false_type {};

    template <class P>
    struct Predict<P, std::void_t<decltype(predict(std::declval<P&>(), std::declval<std::string&>(), 0, std::declval<Strings&>(), 0))>>
        : std::is_same<std::vector<double>, decltype(predict(std::declval<P&>(), std::declval<std::string&>(), 0, std::declval<Strings&>(), 0))> {};

    template <class P>
    class Adapter final : public Predictor
    {
        static_assert(std::is_default_constructible_v<P>, "BostonRiskPredictor needs a public constructor without parameters");
        static_assert(Setup<P>::value, "BostonRiskPredictor needs a public method: int setup(vector<string> parcels, vector<string> addresses, "
            "vector<string> streetSegments, vector<string> intersections, vector<string> censusBlockGroups, vector<string> foreclosureDeeds, "
            "vector<string> foreclosureDistressedProps, vector<string> foreclosurePetitions, vector<string> foreclosureREOs)");
        static_assert(ReceiveEvents<P>::value, "BostonRiskPredictor needs a public method: int receiveEvents(string BG_ID, int month, "
            "vector<string> CRMs, vector<string> violations, vector<string> permits, vector<string> emergencies)");
        static_assert(Predict<P>::value, "BostonRiskPredictor needs a public method: vector<double> predict(string BG_ID, int month, "
            "vector<string> locations)");

        P predictor_{};

    public:
        void setup(Strings* tables) override
        {
            if constexpr (Setup<P>::value)
                evaluator::setup(predictor_, tables, 0);
        }

        void receiveEvents(std::string blockGroup, int month, Strings* kinds) override
        {
            if constexpr (ReceiveEvents<P>::value)
                evaluator::receiveEvents(predictor_, blockGroup, month, kinds, 0);
        }

        std::vector<double> predict(std::string blockGroup, int month, Strings locations) override
        {
            if constexpr (Predict<P>::value)
                return evaluator::predict(predictor_, blockGroup, month, locations, 0);
            else
                return {};
        }
    };
}
