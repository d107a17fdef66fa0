//! Who gets a key, a click or a pasted text, and what follows from what they ask: the popup on top first, then the
//! screen of the step, then what the role can do everywhere, then what everybody can.

use std::collections::{BTreeMap, VecDeque};

use super::gathering::Layer;
use super::{App, Effect, Outlook};
use crate::locale::Locale;
use crate::tui::everywhere::{Common, Leading};
use crate::tui::film::Controls;
use crate::tui::intent::Intent;
use crate::tui::key::Key;
use crate::tui::popup;
use crate::tui::screen::{Mode, Mouse};
use crate::tui::{screens, shell};
use crate::vocabulary::{Role, StepKind};
use crate::workshop::Command;

impl App {
    pub(super) fn key(&mut self, key: Key, outlook: &Outlook<'_>) -> Vec<Intent> {
        if let Some(intents) = self.key_at_the_end(key, outlook) {
            return intents;
        }
        // Whatever was told has been seen by whoever goes on.
        self.notice = None;
        let layers = self.layers(outlook);
        let Some(scene) = self.desk.scene(outlook) else {
            return Vec::new();
        };
        let kind = screens::shown(scene.view);
        for layer in layers {
            let (screens, popups) = (&mut self.screens, &mut self.popups);
            let done = on_layer(screens, popups, &mut self.film, layer, kind, |mode| {
                mode.press(key, &scene)
            });
            if let Some(intents) = done.flatten() {
                return intents;
            }
        }
        Vec::new()
    }

    pub(super) fn pasted(&mut self, text: &str, outlook: &Outlook<'_>) -> Vec<Intent> {
        if self.last_words().is_some() {
            return Vec::new();
        }
        let Some(scene) = self.desk.scene(outlook) else {
            return Vec::new();
        };
        let screen = self.screens.get_mut(&screens::shown(scene.view));
        match self.popups.last_mut().or(screen) {
            Some(top) => top.pasted(text, &scene),
            None => Vec::new(),
        }
    }

    pub(super) fn mouse(&mut self, mouse: Mouse, outlook: &Outlook<'_>) -> Vec<Intent> {
        if self.last_words().is_some() {
            return Vec::new();
        }
        if let Some((layer, index)) = shell::footer_hit(self, mouse, self.desk.area, outlook) {
            return self.perform(layer, index, outlook);
        }
        let main = shell::main_area(self, self.desk.area, outlook);
        let Some(scene) = self.desk.scene(outlook) else {
            return Vec::new();
        };
        if let Some(top) = self.popups.last_mut() {
            let place = top.place(&scene, main);
            return top.mouse(mouse, place, &scene);
        }
        match self.screens.get_mut(&screens::shown(scene.view)) {
            Some(screen) => screen.mouse(mouse, main, &scene),
            None => Vec::new(),
        }
    }

    /// Shows the code that was asked for here, unless somebody is typing: what they type there would be keys of the
    /// invitation.
    pub(super) fn show_code(&self, outlook: &Outlook<'_>) -> Option<Intent> {
        let mut modes: Vec<&dyn Mode> = self.modes(outlook).collect();
        let top = modes.pop()?;
        if top.title() == popup::INVITATION {
            return None;
        }
        let invitation = &self.desk.invitation;
        if top.takes_letters() {
            let code = invitation.code.as_str();
            let words = self
                .desk
                .locale
                .say_with("code-new", &[("code", code.into())]);
            return Some(Intent::info(words));
        }
        Some(Intent::Open(Box::new(popup::Invite::of(invitation))))
    }

    /// Which layers take a key now, the first one first.
    pub(super) fn layers(&self, outlook: &Outlook<'_>) -> Vec<Layer> {
        if !self.popups.is_empty() {
            return vec![Layer::Popup, Layer::Common];
        }
        if self.film.is_some() {
            return vec![Layer::Film, Layer::Screen, Layer::Common];
        }
        let is_open = outlook.view.is_some_and(|view| view.closed_at().is_none());
        if self.desk.role == Role::Facilitator && is_open {
            return vec![Layer::Screen, Layer::Leading, Layer::Common];
        }
        vec![Layer::Screen, Layer::Common]
    }

    /// Does what stands at a place of a table.
    fn perform(&mut self, layer: Layer, index: usize, outlook: &Outlook<'_>) -> Vec<Intent> {
        let Some(scene) = self.desk.scene(outlook) else {
            return Vec::new();
        };
        let kind = screens::shown(scene.view);
        let (screens, popups) = (&mut self.screens, &mut self.popups);
        let done = on_layer(screens, popups, &mut self.film, layer, kind, |mode| {
            mode.perform(index, &scene)
        });
        done.unwrap_or_default()
    }

    /// Does what was asked, and says what is left for the outside.
    pub(super) fn carry_out(&mut self, intents: Vec<Intent>, outlook: &Outlook<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let mut todo = VecDeque::from(intents);
        while let Some(intent) = todo.pop_front() {
            match intent {
                Intent::Ask(command) => effects.push(Effect::Give(command)),
                Intent::Tell(notice) => self.tell(notice, outlook),
                Intent::Open(mut popup) => {
                    popup.restore(&self.desk.drafts);
                    self.popups.push(popup);
                }
                Intent::Close => {
                    if let Some(top) = self.popups.pop() {
                        // What was typed in it is remembered under its name.
                        top.keep(&mut self.desk.drafts);
                    }
                }
                Intent::Copy(text) => effects.push(Effect::Copy(text)),
                Intent::Speak(language) => {
                    self.desk.locale = Locale::new(language);
                    if self.desk.role == Role::Participant {
                        effects.push(Effect::Give(Command::Speak { language }));
                    }
                }
                Intent::Tone(tone) => self.desk.look.tone = tone,
                Intent::Large(large) => self.desk.look.large = large,
                Intent::Discard(name) => self.desk.drafts.discard(&name),
                Intent::Unsent => self.show_unsent(outlook),
                Intent::LayDown => self.lay_down(),
                Intent::DropRefused(id) => drop(self.desk.post.drop_refused(id)),
                Intent::Wind(place) => self.wind(place),
                Intent::Redraw => effects.push(Effect::Redraw),
                Intent::Suspend => effects.push(Effect::Suspend),
                Intent::Help => {
                    let chapters = self.chapters(outlook);
                    if let Some(scene) = self.desk.scene(outlook) {
                        let help = popup::help(&chapters, &scene);
                        self.popups.push(Box::new(help));
                    }
                }
                Intent::Palette => {
                    let chapters = self.chapters(outlook);
                    if let Some(scene) = self.desk.scene(outlook) {
                        let palette = popup::palette(chapters, &scene);
                        self.popups.push(Box::new(palette));
                    }
                }
                Intent::Perform(layer, index) => {
                    for intent in self.perform(layer, index, outlook).into_iter().rev() {
                        todo.push_front(intent);
                    }
                }
                Intent::Quit => effects.extend(self.leave(outlook)),
            }
        }
        effects
    }
}

/// Does something with the mode on a layer, if there is one.
fn on_layer<T>(
    screens: &mut BTreeMap<StepKind, Box<dyn Mode>>,
    popups: &mut [Box<dyn Mode>],
    film: &mut Option<Controls>,
    layer: Layer,
    kind: StepKind,
    act: impl FnOnce(&mut dyn Mode) -> T,
) -> Option<T> {
    Some(match layer {
        Layer::Popup => act(popups.last_mut()?.as_mut()),
        Layer::Film => act(film.as_mut()?),
        Layer::Screen => act(screens.get_mut(&kind)?.as_mut()),
        Layer::Leading => act(&mut Leading),
        Layer::Common => act(&mut Common),
    })
}
