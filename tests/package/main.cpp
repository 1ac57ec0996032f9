#include <iostream>

#include "critflow/base/version.hpp"
#include "critflow/base/years.hpp"

int main() {
  const critflow::Years years(2000, 2060);
  std::cout << "critflow " << critflow::version() << ", " << years.size() << " years\n";
  return years.size() == 61 ? 0 : 1;
}
