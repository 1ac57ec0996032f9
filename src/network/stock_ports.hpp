#pragma once

#include "critflow/network/earlier_cohorts.hpp"

namespace critflow {

/// The numbers that a stock exchanges with a run.
enum StockPort {
  life_first,
  life_second,
  life_hazard,
  target,        // prescribed stock, or inflow where what was missed is asked for again
  variant,       // share of each variant
  of_earlier,    // the same of what was in use before the first year
  requested,     // inflow asked in the lead layer
  first_year,    // share of the year's inflow that leaves at once
  held,          // in the stock at the end of the year
  arrived,       // inflow
  unit_content,  // per unit of the lead layer
  multiple,      // of what arrives of another layer
  not_asked,     // for each unit that is saved elsewhere
  earlier,       // and the ports after it: what is in use before the first year
  released = earlier + EarlierCohorts::inflow_growth +
             1  // by older cohorts; by age, one port after the other
};

}  // namespace critflow
