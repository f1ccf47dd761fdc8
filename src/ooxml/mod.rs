//! What Word, Excel and PowerPoint files share: package, XML, properties.
