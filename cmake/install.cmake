include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/critflow)
set(library_data_dir ${CMAKE_INSTALL_DATADIR}/critflow/library)

configure_package_config_file(
  ${CMAKE_CURRENT_LIST_DIR}/critflow-config.cmake.in
  ${PROJECT_BINARY_DIR}/critflow-config.cmake
  INSTALL_DESTINATION ${package_dir}
  PATH_VARS library_data_dir)
write_basic_package_version_file(
  ${PROJECT_BINARY_DIR}/critflow-config-version.cmake
  COMPATIBILITY SameMinorVersion)

install(TARGETS critflow EXPORT critflow-targets FILE_SET HEADERS)
install(EXPORT critflow-targets NAMESPACE critflow:: DESTINATION ${package_dir})
install(FILES
  ${PROJECT_BINARY_DIR}/critflow-config.cmake
  ${PROJECT_BINARY_DIR}/critflow-config-version.cmake
  DESTINATION ${package_dir})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/scenarios/library/
  DESTINATION ${library_data_dir})
