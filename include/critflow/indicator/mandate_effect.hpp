#pragma once

namespace critflow {

/// Secondary metal of a year, in the whole world of a run [t/a].
struct SecondaryUse {
  double supply = 0.0;    ///< recovered and used
  double in_scope = 0.0;  ///< of that, in goods that a mandate of recycled content is about
};

/// What a mandate brings about [t/a].
struct MandateEffect {
  double additional = 0.0;  ///< secondary metal that would not have been there: credited
  double diverted = 0.0;  ///< taken from other uses, which take primary metal instead: not credited
};

/// What a mandate of recycled content changes, beside a run that differs in nothing else:
///
///     additional = max(0, supply with - supply without)
///     diverted   = max(0, in scope with - in scope without - additional)
///
/// A mandate creates no metal by itself: where supply is short it only decides who gets it. Only
/// `additional` is primary metal avoided. Not to be confused with the rise of the recycled content
/// of the goods it is about.
/// @throws InvalidValue where an amount is negative, or more is in scope than there is
[[nodiscard]] MandateEffect mandate_effect(const SecondaryUse& with, const SecondaryUse& without);

}  // namespace critflow
