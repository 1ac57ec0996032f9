#include <iostream>

#include "critflow/base/arrays.hpp"
#include "critflow/base/version.hpp"
#include "critflow/base/years.hpp"

int main() {
  const critflow::Years years(2000, 2060);
  const Eigen::ArrayXd sales = Eigen::ArrayXd::Constant(years.size(), 2.0);
  std::cout << "critflow " << critflow::version() << ": " << sales.sum() << " sold\n";
  return sales.sum() == 122.0 ? 0 : 1;
}
