# MuPDF as Debian packages it: static archives without a usable pkg-config file, so the order is written here.
# Defines MuPDF::MuPDF.
find_path(MuPDF_INCLUDE_DIR mupdf/fitz.h)
find_library(MuPDF_LIBRARY mupdf)
find_library(MuPDF_THIRD_LIBRARY mupdf-third)
set(_mupdf_libraries "${MuPDF_LIBRARY};${MuPDF_THIRD_LIBRARY}")
foreach(_name mujs gumbo openjp2 jbig2dec jpeg freetype harfbuzz z)
  find_library(MuPDF_${_name}_LIBRARY ${_name})
  list(APPEND _mupdf_libraries "${MuPDF_${_name}_LIBRARY}")
  mark_as_advanced(MuPDF_${_name}_LIBRARY)
  list(APPEND _mupdf_required MuPDF_${_name}_LIBRARY)
endforeach()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(MuPDF
  REQUIRED_VARS MuPDF_LIBRARY MuPDF_THIRD_LIBRARY MuPDF_INCLUDE_DIR ${_mupdf_required})

if(MuPDF_FOUND AND NOT TARGET MuPDF::MuPDF)
  add_library(MuPDF::MuPDF INTERFACE IMPORTED)
  set_target_properties(MuPDF::MuPDF PROPERTIES
    INTERFACE_INCLUDE_DIRECTORIES "${MuPDF_INCLUDE_DIR}"
    INTERFACE_LINK_LIBRARIES "${_mupdf_libraries};m")
endif()
