# How every BidSeal target is built: one place for language level, warnings and include root.
include_guard(GLOBAL)

option(BIDSEAL_WARNINGS_AS_ERRORS "Treat compiler warnings as errors (dev and CI)" OFF)
set(BIDSEAL_SANITIZERS "" CACHE STRING "Sanitizers for all targets, e.g. address,undefined")

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_LIBRARY_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bin")
set(CMAKE_ARCHIVE_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/lib")
set(CMAKE_BUILD_RPATH "$ORIGIN")
set(CMAKE_INSTALL_RPATH "$ORIGIN/../lib/bidseal")

# Language level, warnings, sanitizers and the include root ("core/model/Seal.h") of one target.
function(bidseal_target_defaults target)
  target_compile_features(${target} PUBLIC cxx_std_23)
  set_target_properties(${target} PROPERTIES
    CXX_EXTENSIONS OFF AUTOMOC ON AUTOUIC ON POSITION_INDEPENDENT_CODE ON)
  target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}")
  target_compile_definitions(${target} PRIVATE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_KEYWORDS QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH QT_DISABLE_DEPRECATED_BEFORE=0x060400)
  target_compile_options(${target} PRIVATE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
    -Wcast-qual -Wformat=2)
  if(BIDSEAL_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
  if(BIDSEAL_SANITIZERS)
    target_compile_options(${target} PRIVATE
      -fsanitize=${BIDSEAL_SANITIZERS} -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(${target} PRIVATE -fsanitize=${BIDSEAL_SANITIZERS})
  endif()
endfunction()

# bidseal_library(Model SOURCES a.cpp b.h LINKS BidSeal::Common) makes bidseal_model with alias BidSeal::Model.
function(bidseal_library name)
  cmake_parse_arguments(ARG "SHARED" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  string(TOLOWER "bidseal_${name}" target)
  if(ARG_SHARED)
    add_library(${target} SHARED ${ARG_SOURCES})
  else()
    add_library(${target} STATIC ${ARG_SOURCES})
  endif()
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX)
  add_library(BidSeal::${name} ALIAS ${target})
  bidseal_target_defaults(${target})
  target_link_libraries(${target} PUBLIC ${ARG_LINKS} PRIVATE ${ARG_PRIVATE_LINKS})
endfunction()

# bidseal_program(bidseal-cli SOURCES main.cpp LINKS ...)
function(bidseal_program name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  bidseal_target_defaults(${name})
  target_link_libraries(${name} PRIVATE ${ARG_LINKS})
endfunction()

# bidseal_test(tst_PageGeometry SOURCES ... LINKS ... [LABELS ...] [LOCK name] [TIMEOUT s])
# One Qt Test program a class; LOCK names a resource that tests may not share in parallel.
function(bidseal_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LINKS;LABELS;LOCK" ${ARGN})
  if(NOT ARG_SOURCES)
    set(ARG_SOURCES ${name}.cpp)
  endif()
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 120)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  bidseal_target_defaults(${name})
  target_link_libraries(${name} PRIVATE Qt6::Test ${ARG_LINKS})
  target_compile_definitions(${name} PRIVATE
    BIDSEAL_SOURCE_DIR="${PROJECT_SOURCE_DIR}" BIDSEAL_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
  add_test(NAME ${name} COMMAND ${name})
  set_tests_properties(${name} PROPERTIES
    TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}" SKIP_REGULAR_EXPRESSION "SKIP-ALL"
    ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
  if(ARG_LOCK)
    set_tests_properties(${name} PROPERTIES RESOURCE_LOCK "${ARG_LOCK}")
  endif()
endfunction()
