// Who decides complaints and what a request may cost, on a day.

extension StatuteBook {
  /// The regulator to whom a requester could apply on a day, or the one that is in office now.
  public func regulator(for regime: Regime, on day: Day? = nil) -> Regulator {
    let candidates = regulators.filter { regulator in
      regulator.regimes.contains(regime)
        && (day ?? self.day).map(regulator.inForce.contains) ?? regulator.inForce.isOpen
    }
    return candidates.last ?? firstRegulator[regime]
  }

  /// The limits of cost of a regime on a day, or now.
  public func costLimits(_ regime: Regime, on day: Day? = nil) -> [CostLimit] {
    costLimits.filter { limit in
      limit.regime == regime
        && (day ?? self.day).map(limit.inForce.contains) ?? limit.inForce.isOpen
    }
  }
}
