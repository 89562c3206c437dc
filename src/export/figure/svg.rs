//! A sheet as SVG with live text, title and description.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesEnd, BytesStart, BytesText, Event};
use resvg::usvg::{self, WriteOptions};

use super::fonts;
use super::origin::PROGRAM;
use super::sheet::{Anchor, DOT, FigureSheet, SheetItem, SheetPoint};
use super::size::POINTS;
use super::wrap::clean;
use crate::export::figure::Figure;
use crate::figure::{MarkShape, Rgb};
use crate::text::Language;

type SvgWriter = Writer<Vec<u8>>;

/// The figure as SVG text.
pub(super) fn write(figure: &Figure) -> io::Result<String> {
    let sheet = &figure.sheet;
    let view = format!("0 0 {} {}", number(sheet.width), number(sheet.height));
    document(figure, &view, None, |xml| picture(xml, figure))
}

/// SVG for embedding in a page, with `prefix` before ids and without metadata.
pub(super) fn write_inline(figure: &Figure, prefix: &str) -> io::Result<String> {
    let sheet = &figure.sheet;
    let view = format!("0 0 {} {}", number(sheet.width), number(sheet.height));
    document(figure, &view, Some(prefix), |xml| picture(xml, figure))
}

fn picture(xml: &mut SvgWriter, figure: &Figure) -> io::Result<()> {
    let family = fonts::families(figure.language);
    xml.write_event(Event::Start(
        BytesStart::new("g").with_attributes([("font-family", family)]),
    ))?;
    ground(xml, &figure.sheet)?;
    for item in &figure.sheet.items {
        draw(xml, item)?;
    }
    xml.write_event(Event::End(BytesEnd::new("g")))
}

/// SVG with text as outlines: looks the same everywhere, but cannot be searched or edited.
pub(super) fn write_outlines(figure: &Figure, tree: &usvg::Tree) -> io::Result<String> {
    let options = WriteOptions {
        preserve_text: false,
        coordinates_precision: 3,
        transforms_precision: 6,
        ..WriteOptions::default()
    };
    let drawn = tree.to_string(&options);
    // Replace the library's root element by ours, with title and metadata.
    let inside = drawn
        .split_once('>')
        .and_then(|(_, rest)| rest.rsplit_once("</svg>"))
        .map_or("", |(inside, _)| inside);
    let size = tree.size();
    let view = format!(
        "0 0 {} {}",
        number(size.width().into()),
        number(size.height().into())
    );
    document(figure, &view, None, |xml| {
        use io::Write as _;
        xml.get_mut().write_all(inside.as_bytes())
    })
}

/// `inline` is the id prefix for embedded figures.
fn document(
    figure: &Figure,
    view: &str,
    inline: Option<&str>,
    content: impl FnOnce(&mut SvgWriter) -> io::Result<()>,
) -> io::Result<String> {
    let language = match figure.language {
        Language::English => "en",
        Language::Chinese => "zh-CN",
    };
    let centimetres = |points: f64| format!("{}cm", number(points / POINTS));
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 1);
    let id = |name: &str| format!("{}{name}", inline.unwrap_or_default());
    let labels = format!("{} {}", id("title"), id("desc"));
    let start = BytesStart::new("svg").with_attributes([
        ("xmlns", "http://www.w3.org/2000/svg"),
        ("width", &centimetres(figure.sheet.width)),
        ("height", &centimetres(figure.sheet.height)),
        ("viewBox", view),
        (if inline.is_some() { "lang" } else { "xml:lang" }, language),
        ("role", "img"),
        ("aria-labelledby", &labels),
    ]);
    xml.write_event(Event::Start(start))?;
    let title = clean(&figure.title);
    let named = |xml: &mut SvgWriter, name: &'static str, text: &str| {
        let id = id(name);
        let element = xml.create_element(name).with_attribute(("id", id.as_str()));
        element.write_text_content(BytesText::new(text)).map(|_| ())
    };
    named(&mut xml, "title", &title)?;
    named(&mut xml, "desc", &clean(&figure.description))?;
    if inline.is_none() {
        metadata(&mut xml, figure, &title)?;
    }
    content(&mut xml)?;
    xml.write_event(Event::End(BytesEnd::new("svg")))?;
    let mut text = String::from_utf8(xml.into_inner()).map_err(io::Error::other)?;
    text.push('\n');
    Ok(text)
}

/// Dublin Core metadata.
fn metadata(xml: &mut SvgWriter, figure: &Figure, title: &str) -> io::Result<()> {
    let source = figure.origin.in_full(figure.language);
    let identifier = format!("sha256:{}", figure.origin.sha256);
    xml.create_element("metadata").write_inner_content(|xml| {
        xml.create_element("rdf:RDF")
            .with_attributes([
                ("xmlns:rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
                ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ])
            .write_inner_content(|xml| {
                let about = xml
                    .create_element("rdf:Description")
                    .with_attribute(("rdf:about", ""));
                about.write_inner_content(|xml| {
                    for (name, text) in [
                        ("dc:title", title),
                        ("dc:creator", PROGRAM),
                        ("dc:source", &source),
                        ("dc:identifier", &identifier),
                    ] {
                        xml.create_element(name)
                            .write_text_content(BytesText::new(text))?;
                    }
                    Ok(())
                })?;
                Ok(())
            })?;
        Ok(())
    })?;
    Ok(())
}

fn empty(xml: &mut SvgWriter, name: &str, attributes: &[(&str, &str)]) -> io::Result<()> {
    let element = xml
        .create_element(name)
        .with_attributes(attributes.iter().copied());
    element.write_empty().map(|_| ())
}

fn ground(xml: &mut SvgWriter, sheet: &FigureSheet) -> io::Result<()> {
    let (width, height) = (number(sheet.width), number(sheet.height));
    let fill = sheet.ground.to_string();
    empty(
        xml,
        "rect",
        &[("width", &width), ("height", &height), ("fill", &fill)],
    )
}

fn draw(xml: &mut SvgWriter, item: &SheetItem) -> io::Result<()> {
    match item {
        SheetItem::Area {
            corners,
            fill,
            strength,
        } => {
            let (points, fill) = (spots(corners), fill.to_string());
            let opacity = number(f64::from(*strength));
            empty(
                xml,
                "polygon",
                &[("points", &points), ("fill", &fill), ("fill-opacity", &opacity)],
            )
        }
        SheetItem::Line {
            spots: points,
            colour,
            width,
            dash,
        } => {
            let (points, stroke, width) = (spots(points), colour.to_string(), number(*width));
            let dashes = format!("{} {}", number(dash[0]), number(dash[1]));
            let mut attributes = vec![
                ("points", points.as_str()),
                ("fill", "none"),
                ("stroke", &stroke),
                ("stroke-width", &width),
                ("stroke-linejoin", "round"),
            ];
            if dash[0] > 0.0 {
                attributes.push(("stroke-dasharray", &dashes));
            }
            if dash[0] > 0.0 && dash[0] <= DOT {
                attributes.push(("stroke-linecap", "round"));
            }
            empty(xml, "polyline", &attributes)
        }
        SheetItem::Mark {
            spot,
            form,
            radius,
            colour,
            inside,
        } => mark(xml, *spot, *form, *radius, *colour, *inside),
        SheetItem::Text {
            spot,
            anchor,
            size,
            colour,
            text,
        } => {
            let (x, y, size, fill) = (number(spot.0), number(spot.1), number(*size), colour.to_string());
            let mut element = xml.create_element("text").with_attributes([
                ("x", x.as_str()),
                ("y", &y),
                ("font-size", &size),
                ("fill", &fill),
            ]);
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => element = element.with_attribute(("text-anchor", "middle")),
                Anchor::End => element = element.with_attribute(("text-anchor", "end")),
            }
            element.write_text_content(BytesText::new(text)).map(|_| ())
        }
    }
}

fn mark(
    xml: &mut SvgWriter,
    (x, y): SheetPoint,
    form: MarkShape,
    radius: f64,
    colour: Rgb,
    inside: Option<Rgb>,
) -> io::Result<()> {
    let (stroke, fill) = (colour.to_string(), inside.unwrap_or(colour).to_string());
    // Keep hollow marks the size of filled ones.
    let thickness = if inside.is_some() { radius * 0.4 } else { 0.0 };
    let width = number(thickness);
    let r = radius - thickness / 2.0;
    let mut look = vec![("fill", fill.as_str())];
    if inside.is_some() {
        look.extend([("stroke", stroke.as_str()), ("stroke-width", &width)]);
    }
    if matches!(form, MarkShape::Circle | MarkShape::Tick) {
        let (x, y, r) = (number(x), number(y), number(r));
        let place = [("cx", x.as_str()), ("cy", &y), ("r", &r)];
        return empty(xml, "circle", &[&place[..], &look].concat());
    }
    let corners: &[SheetPoint] = match form {
        MarkShape::Square => &[(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (-1.0, 1.0)],
        MarkShape::Diamond => &[(0.0, -1.25), (1.25, 0.0), (0.0, 1.25), (-1.25, 0.0)],
        MarkShape::Triangle => &[(0.0, -1.15), (1.15, 0.9), (-1.15, 0.9)],
        MarkShape::Circle | MarkShape::Tick | MarkShape::Tip => &[(0.0, 1.15), (1.15, -0.9), (-1.15, -0.9)],
    };
    let placed: Vec<SheetPoint> = corners.iter().map(|(dx, dy)| (x + dx * r, y + dy * r)).collect();
    let points = spots(&placed);
    look.insert(0, ("points", &points));
    empty(xml, "polygon", &look)
}

fn spots(points: &[SheetPoint]) -> String {
    let pairs: Vec<String> = points
        .iter()
        .map(|(x, y)| format!("{},{}", number(*x), number(*y)))
        .collect();
    pairs.join(" ")
}

/// A length with visible precision.
fn number(value: f64) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" {
        "0".to_owned()
    } else {
        text.to_owned()
    }
}
