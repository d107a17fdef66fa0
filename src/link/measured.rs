//! A stream of which no more is read than somebody may say who has not proven yet who they are.

use std::io::{self, ErrorKind};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};

/// A stream and how much may still come out of it.
#[derive(Debug)]
pub(super) struct Measured<S> {
    stream: S,
    /// How many bytes; no number when it may be any.
    left: Option<usize>,
}

impl<S> Measured<S> {
    /// A stream out of which this many bytes may come, or any number.
    pub(super) const fn new(stream: S, left: Option<usize>) -> Self {
        Self { stream, left }
    }

    /// From now on any number may come.
    pub(super) const fn lift(&mut self) {
        self.left = None;
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for Measured<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = buffer.filled().len();
        ready!(Pin::new(&mut self.stream).poll_read(context, buffer))?;
        if let Some(left) = self.left {
            let read = buffer.filled().len() - before;
            let Some(left) = left.checked_sub(read) else {
                return Poll::Ready(Err(ErrorKind::FileTooLarge.into()));
            };
            self.left = Some(left);
        }
        Poll::Ready(Ok(()))
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for Measured<S> {
    fn poll_write(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        bytes: &[u8],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::AsyncReadExt;

    #[tokio::test]
    async fn no_more_is_read_than_may_come_until_any_number_may() {
        let mut stream = Measured::new(&b"123456789"[..], Some(4));
        let mut bytes = [0; 4];
        stream.read_exact(&mut bytes).await.unwrap();
        let over = stream.read_u8().await.unwrap_err();
        assert_eq!(over.kind(), ErrorKind::FileTooLarge);
        stream.lift();
        let mut rest = Vec::new();
        stream.read_to_end(&mut rest).await.unwrap();
        assert_eq!((&bytes[..], &rest[..]), (&b"1234"[..], &b"6789"[..]));
    }
}
