export { findAuthority, findAuthoritySettings } from './store/find';
export { saveAuthority } from './store/save';
