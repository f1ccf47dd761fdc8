//! A figure by itself: in digits, with its word, scaled, in words.

use super::Refusal;
use super::option::{CASE, GENDER};
use super::print::{Print, Printed, both, printed};
use crate::document::messages as say;
use crate::russian::decimals::Decimals;
use crate::russian::declension::Case;
use crate::russian::number;
use crate::russian::plural::Forms;
use crate::russian::scale::Scale;
use crate::russian::words::{self, Gender};
use crate::russian::{Explain, NO_BREAK_SPACE};

impl Print<'_, '_> {
    pub(super) fn plain(&self) -> Result<Printed, Refusal> {
        let indicator = self.indicator(self.call.head())?;
        Ok(printed(self.digits(&indicator.value, indicator)?, &[indicator]))
    }

    pub(super) fn word(&self) -> Result<Printed, Refusal> {
        let (indicator, rest) = self.first();
        let forms = self.one_word(&rest, |word| self.forms(word, Forms::changing));
        let (indicator, forms) = both(indicator, forms)?;
        let shown = number::rounded(indicator.value.value, &self.style(indicator.decimals));
        Ok(printed(forms.after(shown).to_owned(), &[indicator]))
    }

    pub(super) fn count(&self) -> Result<Printed, Refusal> {
        let (indicator, rest) = self.first();
        let forms = self.one_word(&rest, |word| self.forms(word, Forms::counted));
        let (indicator, forms) = both(indicator, forms)?;
        let style = self.style(indicator.decimals);
        let shown = number::rounded(indicator.value.value, &style);
        let text = format!("{}{NO_BREAK_SPACE}{}", number::format(shown, &style), forms.after(shown));
        Ok(printed(text, &[indicator]))
    }

    pub(super) fn with_unit(&self) -> Result<Printed, Refusal> {
        let indicator = self.only()?;
        let digits = self.digits(&indicator.value, indicator)?;
        let unit = indicator.value.unit_written();
        let text = match indicator.value.is_percent() || unit.is_empty() {
            true => digits,
            false => format!("{digits}{NO_BREAK_SPACE}{}", unit.replace(' ', "\u{a0}")),
        };
        Ok(printed(text, &[indicator]))
    }

    pub(super) fn thousands(&self) -> Result<Printed, Refusal> {
        self.scaled(Scale::Thousand)
    }

    pub(super) fn millions(&self) -> Result<Printed, Refusal> {
        self.scaled(Scale::Million)
    }

    pub(super) fn billions(&self) -> Result<Printed, Refusal> {
        self.scaled(Scale::Milliard)
    }

    pub(super) fn scaled(&self, scale: Scale) -> Result<Printed, Refusal> {
        let indicator = self.only()?;
        let ones = indicator.value.in_ones().ok_or_else(|| self.too_large())?;
        let text = scale.format(ones, &self.style(Some(Decimals::ONE)));
        Ok(printed(text, &[indicator]))
    }

    pub(super) fn in_words(&self) -> Result<Printed, Refusal> {
        let indicator = self.only()?;
        let ones = indicator.value.in_ones().ok_or_else(|| self.too_large())?;
        let gender = self.option(&GENDER).and_then(Gender::parse).unwrap_or(Gender::Masculine);
        let case = self.option(&CASE).and_then(Case::parse).unwrap_or(Case::Nominative);
        let text = match indicator.value.is_money() {
            true => words::roubles(ones, case),
            false => words::integer(ones, gender, case),
        };
        let text = text.map_err(|error| {
            let (ru, en) = error.explain();
            vec![self.whole(&say::TOO_LARGE).arg("why", (ru, en))]
        })?;
        Ok(printed(text, &[indicator]))
    }
}
