//! Passwords: argon2id, a few at a time, the rest in a short queue, and then "later".

use std::sync::Arc;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::error::{Code, Error, Result};

/// Cost of one hash. 46 MiB, t = 1, p = 1 is a profile of OWASP ASVS 5.0, appendix C.
#[derive(Clone, Copy, Debug)]
pub struct Cost {
    pub memory_kib: u32,
    pub passes: u32,
}

impl Cost {
    pub const STANDARD: Cost = Cost { memory_kib: 47_104, passes: 1 };
}

/// Passwords that may wait for a free core; more are told to come later, so that a flood of sign-ins
/// cannot take the whole machine.
const QUEUE_MAX: usize = 32;

#[derive(Clone)]
pub struct Passwords {
    argon2: Argon2<'static>,
    running: Arc<Semaphore>,
    admitted: Arc<Semaphore>,
    /// Hash of a password nobody has: checked when an account does not exist, so that takes as long.
    nobody: Arc<str>,
}

impl Passwords {
    pub fn new(cost: Cost, cores: usize) -> Result<Passwords> {
        let params = Params::new(cost.memory_kib, cost.passes, 1, Some(32)).map_err(Error::internal)?;
        let argon2 = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
        let nobody = argon2.hash_password(crate::store::sealed::random_token()?.as_bytes()).map_err(Error::internal)?;
        Ok(Passwords {
            argon2,
            running: Arc::new(Semaphore::new(cores.max(1))),
            admitted: Arc::new(Semaphore::new(cores.max(1) + QUEUE_MAX)),
            nobody: nobody.to_string().into(),
        })
    }

    /// The PHC string of a new password.
    pub async fn hash(&self, password: String) -> Result<String> {
        self.run(move |argon2, _| Ok(argon2.hash_password(password.as_bytes()).map_err(Error::internal)?.to_string()))
            .await
    }

    /// Whether `password` is the one behind `hash`; without a hash the answer is no and takes as long.
    pub async fn verify(&self, password: String, hash: Option<String>) -> Result<bool> {
        self.run(move |argon2, nobody| {
            let known = hash.is_some();
            let parsed = hash.as_deref().unwrap_or(nobody);
            let parsed = PasswordHash::new(parsed).map_err(Error::internal)?;
            Ok(argon2.verify_password(password.as_bytes(), &parsed).is_ok() && known)
        })
        .await
    }

    /// For the demonstration world and the command line, where blocking is fine.
    pub fn hash_now(&self, password: &str) -> Result<String> {
        Ok(self.argon2.hash_password(password.as_bytes()).map_err(Error::internal)?.to_string())
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Argon2<'static>, &str) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let later = || Error::new(Code::TooManyRequests).retry_after_s(2);
        let _admitted = self.admitted.clone().try_acquire_owned().map_err(|_| later())?;
        let _running = self.running.clone().acquire_owned().await.map_err(Error::internal)?;
        let (argon2, nobody) = (self.argon2.clone(), self.nobody.clone());
        actix_web::web::block(move || work(&argon2, &nobody)).await.map_err(Error::internal)?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[actix_web::test]
    async fn a_flood_is_told_to_come_later() {
        let passwords = Passwords::new(Cost { memory_kib: 8, passes: 1 }, 1).expect("passwords");
        let hash = passwords.hash("correct-horse-battery".to_owned()).await.expect("a hash");
        let tries = (0..100).map(|_| passwords.verify("correct-horse-battery".to_owned(), Some(hash.clone())));
        let mut all = std::pin::pin!(futures_util::future::join_all(tries));
        // The core is busy while all of them arrive, so none makes room for the next.
        let busy = passwords.running.clone().acquire_owned().await.expect("a core");
        std::future::poll_fn(|context| {
            assert!(all.as_mut().poll(context).is_pending());
            std::task::Poll::Ready(())
        })
        .await;
        drop(busy);
        let answers = all.await;
        let right = answers.iter().filter(|answer| matches!(answer, Ok(true))).count();
        assert_eq!(right, 1 + QUEUE_MAX, "one runs, the queue waits, the others are refused");
        let refused = answers.iter().filter_map(|answer| answer.as_ref().err());
        assert!(refused.map(Error::code).all(|code| code == Code::TooManyRequests));
    }

    #[actix_web::test]
    async fn nobody_has_no_password() {
        let passwords = Passwords::new(Cost { memory_kib: 8, passes: 1 }, 1).expect("passwords");
        assert!(!passwords.verify("anything".to_owned(), None).await.expect("an answer"));
    }

    #[test]
    fn the_standard_cost_is_the_one_agreed_on() {
        let passwords = Passwords::new(Cost::STANDARD, 1).expect("passwords");
        let hash = passwords.hash_now("correct-horse-battery").expect("a hash");
        assert!(hash.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"), "{hash}");
    }
}
