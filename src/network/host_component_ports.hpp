#pragma once

#include "critflow/network/earlier_cohorts.hpp"

namespace critflow::host_component {

/// The numbers that hosts with components read and write.
enum Port {
  host_first,
  host_second,
  host_hazard,
  component_first,
  component_second,
  component_hazard,
  driven,             // inflow or stock of hosts
  variant,            // share of each variant in what enters this year
  host_content,       // per host that enters this year
  component_content,  // per component that enters this year
  host_fade,          // share lost a year
  component_fade,
  replaced_share,
  replaced_age,
  reused_share,
  reused_age,
  in_old_hosts,
  in_new_hosts,
  usable_age,
  requested,
  hosts_left,
  failed,
  working,
  usable,
  held,    // in the stock at the end of the year
  earlier  // and the ports after it: hosts in use before the first year
};

enum Life { of_host, of_component };  // in the order in which they are read

}  // namespace critflow::host_component
